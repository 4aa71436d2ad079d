"""Words of a text with what their letters and their place tell."""

import re
from dataclasses import dataclass
from functools import lru_cache

from learnt.deidentify.names.vocabulary import (
    english_words,
    given_names,
    listed,
    names,
    not_names,
    places,
    plain,
)

_LETTERS = r"(?:[^\W\d_][\u0300-\u036f]*)+"
_WORD = re.compile(rf"{_LETTERS}(?:['’‑-]{_LETTERS})*")
_CAMEL = re.compile(r"([A-Z][a-z]+)([A-Z][a-z]+)")
_ARTICLED = re.compile(r"(?:al|el|ul|ur|as|ad|bin|abu)[-‑][A-Z]")
_POSSESSIVE = re.compile(r"['’][sS]$")
_OPENS = re.compile(r"(?:^|[.!?:;•▪●|\n\t*])[\s\"'“‘”(\[]*$")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Rev|Sgt|vs?|eg|e\.g|i\.e|cf|al|[A-Z]))\.\s*$"
)
_CONTRACTION = re.compile(r"(?:n['’]t|['’](?:m|re|ve|ll|d))$", re.IGNORECASE)
_SURNAME_SHAPE = re.compile(r"(?:Mc|Mac|Fitz|De|Le|La|Di|Van|O['’]|D['’])[A-Z][a-z]+")
_WORD_ENDING = re.compile(
    r"(?:ility|ilities|ing|ings|tion|tions|ment|ments|ship|ships|ness|ally|ology|ological|isation|ised|ism|ist|ists"
    r"|ese|able|ible|ably|ance|ence|ative|itis|osis|emia|pathy|therapy|phobia|phobic)$"
)
_PLACE_ENDING = re.compile(
    r"(?:shire|ham|borough|burgh|bury|ford|wick|wich|mouth|cester|stead|worth|field|dale|minster|pool|port"
    r"|thorpe|stow|stowe|hurst|combe|bourne|bridge|gate|haven|ingdon|ington|ville|ness|wold|moor)$"
)
_SYLLABLE = re.compile(
    r"(?:[BCDGHJKMNPRSTWXYZbcdghjkmnprstwxyz]|Ch|ch|Sh|Zh|Kw|kw|Kh|Hy|hy|Ky|ky|My|my|Gy|gy)?"
    r"(?:eo|eu|ae|oo|ee|ui|wo|ia|ao|ai|ei|iu|yu|yo|ya|ye|wa|wi|a|e|i|o|u)(?:ng|n|m|k|l|p)?"
)
"""A syllable of Korean or Chinese, as it is mostly written here."""
_PEOPLES = re.compile(r"(?:ians?|ese|ish|ans|ists?|ism|is)$")
WRAPPED = 60
"""A line as long as this, in characters, may go on in the next one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word without its possessive; `opens` where a sentence, cell or line begins with it."""

    start: int
    end: int
    text: str
    opens: bool
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it is printed with a capital."""
        return self.text[0].isupper() or _ARTICLED.match(self.text) is not None


def tokenise(text: str) -> list[Token]:
    """Give the words of `text` in order."""
    return [_token(text, match) for match in _WORD.finditer(text)]


def _token(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    own = _POSSESSIVE.search(match.group())
    if own:
        end = start + own.start()
    possessive = own is not None or (
        text[end - 1] in "sSzx" and text[end : end + 2] in ("' ", "’ ")
    )
    opens = text[start].isupper() and _opens(text, start)
    return Token(start, end, text[start:end], opens, possessive)


def _opens(text: str, start: int) -> bool:
    before = text[max(0, start - WRAPPED) : start]
    if before.endswith("\n") and not before.endswith("\n\n"):
        line = before[:-1].rpartition("\n")[2]
        if len(line) >= WRAPPED - 1 and line.rstrip()[-1:] not in ".!?:;|":
            return False
    if not _OPENS.search(before) and start >= WRAPPED:
        return False
    if not before.strip(" \"'“‘”(["):
        return True
    return bool(_OPENS.search(before)) and not _ABBREVIATION.search(before)


@lru_cache(maxsize=50_000)
def classify(word: str) -> str:
    """Tell what sort of word a capitalised `word` is, by the lists and by its letters.

    given, given-word, given-place, calendar, surname, word-surname, place, placeish, proper,
    caps, stop, word, or unknown.
    """
    key = plain(word)
    sure = _listed_class(key)
    if len(word) > 1 and word.isupper():
        return "caps" if sure not in ("given", "surname") or len(word) < 4 else sure
    if sure:
        return sure
    if "-" in key or "‑" in key:
        return _hyphened(re.split(r"[-‑]", word))
    return _shaped(word, key)


def _listed_class(key: str) -> str:
    if key in not_names().capitalised or key in names().titles:
        return "stop"
    if key in names().calendar_names:
        return "calendar"
    english = key in english_words()
    if key in given_names():
        if key in places():
            return "given-place"
        if key in names().abstract:
            return "given-abstract"
        return "given-word" if english or key in not_names().systems else "given"
    if key in places():
        return "place"
    if key in not_names().systems and not english:
        return "proper"
    if key in listed("surnames"):
        return "word-surname" if english else "surname"
    if english or key not in listed("proper_words"):
        return "word" if english else ""
    return "stop" if _PEOPLES.search(key) else "proper"


def _hyphened(parts: list[str]) -> str:
    if parts[0].islower():
        return "surname"
    if parts[0] == parts[-1]:
        return "unknown"
    if _is_two_syllables(parts):
        return "given"
    classes = [classify(part) if part else "word" for part in parts]
    if all(kind.startswith("given") or kind == "calendar" for kind in classes):
        return "given"
    if classes[0] in ("word", "stop", "caps", "place", "proper") and "surname" not in classes[1:]:
        both = parts[-1][:1].isupper() and classes[-1] in (
            "given",
            "given-word",
            "given-abstract",
            "word-surname",
        )
        return "word-surname" if both and classes[0] != "stop" else "word"
    if "given" in classes:
        return "given"
    return "unknown" if parts[-1].islower() else "surname"


def _is_two_syllables(parts: list[str]) -> bool:
    """Whether the parts can be the syllables of one given name: "Ji-woo", "Ha-eun"."""
    return len(parts) == 2 and parts[1].islower() and all(_SYLLABLE.fullmatch(p) for p in parts)


def _shaped(word: str, key: str) -> str:
    if _CONTRACTION.search(word):
        return "word"
    if _SURNAME_SHAPE.fullmatch(word):
        return "surname"
    camel = _CAMEL.fullmatch(word)
    if camel and classify(camel.group(1)).startswith("given"):
        return "given"
    if not word[1:].replace("'", "").replace("’", "").islower():
        return "stop" if len(word) > 1 else "word"
    if "'" in key:
        return "surname"
    if len(key) > 5 and _WORD_ENDING.search(key):
        return "word"
    if len(key) > 5 and _PLACE_ENDING.search(key):
        return "placeish"
    return "unknown" if len(key) > 1 else "word"
