"""Tidying and folding of words, shared by all steps as the records are.

`tidy` is for text that is kept: it undoes what typesetting did and changes no word. `fold` is for
comparing: two texts that a reader would call the same fold to the same string.
"""

import unicodedata
from functools import lru_cache

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
_REMEMBERED = 8192
"""Texts whose folded form is kept: rules compare the same few thousand over and over."""


def tidy(text: str) -> str:
    """Undo ligatures, soft hyphens, invisible characters and odd spaces; join runs of blanks.

    Line breaks become blanks too; curly quotes, dashes and figures stay as printed.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_ODD))
    return " ".join(text.split())


@lru_cache(_REMEMBERED)
def fold(text: str) -> str:
    """Give `text` for comparing: tidy, lower case, straight quotes, plain hyphens."""
    return fold_quotes(text).casefold()


@lru_cache(_REMEMBERED)
def fold_quotes(text: str) -> str:
    """Give `text` tidied, with straight quotes and plain hyphens, its case kept."""
    text = tidy(text)
    if text.isascii():
        return text.replace("`", "'")  # the only such sign in ASCII
    return text.translate(_QUOTES).translate(_DASHES)
