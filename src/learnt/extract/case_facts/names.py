"""What a person's name or code looks like, and when two names are one person's."""

import re
from functools import cache

from learnt.extract.case_facts.needles import Family, Form
from learnt.extract.case_facts.rules import either, people

_WORD = r"[A-Z](?:'(?=[A-Z]))?(?=[A-Za-zà-ÿ]*[a-zà-ÿ])[A-Za-zà-ÿ]+(?:-[A-Z]?[a-zà-ÿ]+)*"

_ENDS = "that|whose|whom|who|before|after|when|until|and|but"
_AUXILIARIES = r"had|has|have|was|were|been|being|who|also|later|then|subsequently|initially|eventually|and|to|\w+ly"


@cache
def name_form() -> str:
    """Give the pattern of a name or code, as a group called `n`."""
    forms = people().forms
    title = rf"(?:{either(forms.titles)}\.? )?"
    codes = "|".join(rf"(?<![A-Za-z])(?:{code})\b" for code in forms.codes)
    return rf"(?P<n>(?:{codes})|{title}{_WORD}(?: {_WORD}){{0,2}})"


@cache
def forms_of(patterns: tuple[str, ...]) -> Family[str]:
    """Compile patterns that hold `{n}`; case counts, since a name has capitals."""
    return Family((Form(_filled(pattern)), pattern) for pattern in patterns)


def _either_kin() -> str:
    nouns = people().nouns
    return either((*nouns.female, *nouns.male, *nouns.either))


def _filled(pattern: str) -> str:
    rules = people()
    kin = rf"(?:[\w-]+,? ){{0,3}}?(?:{_either_kin()})(?: of [\w ]{{2,20}})?,?"
    places = {
        "{n}": name_form(),
        "{m}": name_form().replace("(?P<n>", "(?P<m>", 1),
        "{gap}": rf"(?:,? (?:(?!(?:{_ENDS}|{_either_kin()})\b)[\w',-]+ ?){{0,6}}?)?",
        "{kin}": kin,
        "{app}": r"(?: \([^)]{1,40}\))?(?:, [^,.;]{1,60},)?",
        "{aux}": rf"(?:,? (?:{_AUXILIARIES})\b)*",
        "{kill}": either(rules.forms.killed),
        "{killed}": either(rules.forms.was_killed),
        "{abuse}": either(rules.forms.abused),
        "{partner}": either(rules.forms.partners),
    }
    for place, form in places.items():
        pattern = pattern.replace(place, form)
    return pattern


def clean_name(printed: str) -> str:
    """Give a name without words that are none of it; empty where nothing is left."""
    stop = _stop_words()
    words = printed.strip(" \"'").split()
    codes = any(re.fullmatch(code, printed.strip()) for code in people().forms.codes)
    if codes:
        return printed.strip()
    titles = {title.casefold() for title in people().forms.titles}
    kept: list[str] = []
    for word in words:
        plain = word.rstrip(".").casefold()
        if plain in stop and not (plain in titles and not kept):
            break
        kept.append(word)
    bare = [word for word in kept if word.rstrip(".").casefold() not in titles]
    return " ".join(kept) if bare else ""


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(people().forms.not_names)


def bare(name: str) -> str:
    """Give a name without its title."""
    titles = {title.casefold() for title in people().forms.titles}
    words = name.split()
    return " ".join(words[1:] if words and words[0].rstrip(".").casefold() in titles else words)


def is_same(one: str, other: str) -> bool:
    """Whether two printed names may be one person's: the same first word, or one whole in the other."""
    if one == other:
        return True
    if any(char.isdigit() for char in one + other) or _is_code(one) or _is_code(other):
        return False
    a, b = bare(one).split(), bare(other).split()
    if not a or not b:
        return False
    if _title(one) and _title(other) and _title(one) != _title(other):
        return False
    return a[0] == b[0] or (len(a) == 1 and a[0] == b[-1]) or (len(b) == 1 and b[0] == a[-1])


def _is_code(name: str) -> bool:
    return any(re.fullmatch(code, name) for code in people().forms.codes)


def _title(name: str) -> str:
    first = name.split()[0].rstrip(".")
    return first if first in people().forms.titles else ""
