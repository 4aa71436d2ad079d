"""Tidying and folding of words, shared by all steps as the records are.

`tidy` is for text that is kept: it undoes what typesetting did and changes no word. `fold` is for
comparing: two texts that a reader would call the same fold to the same string.
"""

import re
import unicodedata

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}
"""Latin ligatures of Unicode's Alphabetic Presentation Forms (U+FB00 to U+FB06)."""

_ODD = str.maketrans(
    LIGATURES
    | {"\u00ad": "", "\u200b": "", "\u200c": "", "\u200d": "", "\ufeff": "", "\u2060": ""}
    | {"\u00a0": " ", "\u2007": " ", "\u202f": " ", "\u2009": " ", "\u200a": " ", "\u3000": " "}
    | {"\u2010": "-", "\u2011": "-", "\u201b": "\u2018", "\u201f": "\u201c", "\u2032": "\u2019"}
)
_QUOTES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "`": "'",
        "´": "'",
        "‚": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
    }
)
_DASHES = str.maketrans({"–": "-", "—": "-", "−": "-", "‒": "-", "―": "-"})
_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Undo ligatures, soft hyphens, invisible characters and odd spaces; join runs of blanks.

    Line breaks become blanks too; curly quotes, dashes and figures stay as printed.
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", text.translate(_ODD))).strip()


def fold(text: str) -> str:
    """Give `text` for comparing: tidy, lower case, straight quotes, plain hyphens."""
    return tidy(text).translate(_QUOTES).translate(_DASHES).casefold()


def fold_quotes(text: str) -> str:
    """Give `text` tidied, with straight quotes and plain hyphens, its case kept."""
    return tidy(text).translate(_QUOTES).translate(_DASHES)
