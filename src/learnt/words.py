"""Tidying and folding of words, shared by all steps as the records are.

`tidy` is for text that is kept: it undoes what typesetting did and changes no word. `fold` is for
comparing: two texts that a reader would call the same fold to the same string. `alike` is for words
that people choose from a list. `guard` is for texts that go where a spreadsheet may run them.
"""

import re
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
_PARTING = re.compile(r"[\s_:,-]+")
"""What people put between the words of a value: `White - British`, `White: British`."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""A text that a spreadsheet takes for a formula (OWASP, "CSV Injection"), or one that was guarded."""
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
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


@lru_cache(_REMEMBERED)
def alike(text: str) -> str:
    """Give a spelling for comparing with a list: folded, `&` as "and", and no `_ - : ,` between words.

    A text of such signs alone, as the dash of an empty cell, becomes "".
    """
    return _PARTING.sub(" ", fold(text).replace("&", " and ").replace(" / ", "/")).strip()


def capital(text: str) -> str:
    """Begin a text with a capital letter; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run a text, or might take its first apostrophe for a guard."""
    return bool(_FORMULA.match(text))


def guard(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run; `unguard` takes it away again."""
    return f"'{text}" if is_formula(text) else text


def unguard(text: str) -> str:
    """Take the apostrophe away that `guard` put there; a text that was not guarded stays."""
    return text[1:] if _GUARDED.match(text) else text
