"""Names that stay: laws, operations, institutions, systems, authors, holders of an office, bodies."""

import re
from collections.abc import Iterator
from functools import cache

from learnt.agencies import find_bodies
from learnt.agencies.register import built_in
from learnt.deidentify.names.tokens import classify
from learnt.deidentify.names.vocabulary import either, names, not_names, plain

Span = tuple[int, int, str]

WORD = r"[A-Z][^\W\d_]*(?:['’‑-](?!s\b)[^\W\d_]+)*"
RUN = rf"{WORD}(?:\s(?:de|van|von|al|bin|of|and|&)?\s?{WORD}){{0,3}}"
_CAPITALISED = re.compile(r"(?<![\w'-])[A-Z]\w*")
_PLACED = re.compile(r"\b(?:the|at|in|to|from|of|on|near|The|At|In)\s$")
_POSSESSIVE = r"(?:['’]s|(?<=s)['’])"
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr)\.?\s$")
_OWNED = re.compile(rf"{WORD}{_POSSESSIVE}\s")
_STRETCH = re.compile(r"[^\n|;]{1,240}(?=[\n|;\s]|$)|[^\n|;]{1,240}")
"""Stretches that hold a body's name whole: a run of capitals without end would take long."""


def _capital(words: tuple[str, ...]) -> str:
    """Give a pattern for any of `words` printed with capitals (the first at least)."""
    forms = {word[0].upper() + word[1:] for word in words}
    return either(
        forms | {form.upper() for form in forms if len(form) < 5} | {w.title() for w in words}
    )


@cache
def _sure() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Give the patterns that need no look at the words they match."""
    lists = not_names()
    listed = either(lists.phrases)
    belongs = _capital(lists.institutions + lists.laws)
    return (
        (
            "law or institution",
            re.compile(
                rf"\b{WORD}{_POSSESSIVE}\s(?:{WORD}\s)?(?:{_capital(lists.laws)}|law|rule)\b"
            ),
        ),
        (
            "prefix",
            re.compile(
                rf"\b(?:{_capital(lists.before)})\.?\s{WORD}{_POSSESSIVE}?(?:\s(?:{belongs})\b)*"
            ),
        ),
        ("listed", re.compile(rf"(?<!\w)(?=[A-Z])(?i:{listed})(?!\w)")),
        (
            "citation",
            re.compile(
                rf"\b{WORD}(?:,?\s(?:[A-Z]\.\s?){{1,3}})?(?:(?:,|\sand|\s&|,\sand)\s{WORD}(?:,?\s(?:[A-Z]\.\s?){{1,3}})?){{0,4}}(?:,?\set\sal\.?,?)?\s\((?:19|20)\d\d[a-z]?(?:[,:;][^()]*)?\)"
            ),
        ),
        (
            "citation",
            re.compile(
                rf"(?<=\()[^()]{{0,60}}?{WORD}[^()\d]{{0,80}},?\s(?:19|20)\d\d[a-z]?(?:[,:;][^()]{{0,40}})?(?=\))"
            ),
        ),
        ("citation", re.compile(rf"\b{WORD}(?:\s{WORD})?,?\set\sal\b")),
        (
            "case law",
            re.compile(rf"\b(?:R|Regina|Re|{WORD})\sv\.?\s{WORD}(?:\s{WORD})?|\bRe\s{WORD}\s[\[(]"),
        ),
    )


@cache
def _offices() -> tuple[tuple[str, re.Pattern[str]], ...]:
    office, honour = either(names().offices), "|".join(h.upper() for h in names().honours)
    held = either(
        office.title() for office in (*names().offices, *names().honorifics) if office[-2:] != "by"
    )
    run = rf"{WORD}(?:\s(?:[A-Z]\.?(?!\w)|{WORD})){{0,3}}"
    titled = r"(?:,|\s(?:was|is))?\s(?:(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|HHJ)\.?\s)?"
    report = r"(?:[Rr]eport|[Rr]eview|[Oo]verview)\b[^.]{0,40}\b(?:written|authored|chaired|prepared|produced)\sby\s"
    return (
        ("honorific", re.compile(rf"\b(?i:{either(names().honorifics)}){titled}({run})")),
        ("office", re.compile(rf"\b(?i:{office}){titled}({run})")),
        ("office", re.compile(rf"\b{report}({run})")),
        ("office", re.compile(rf"\b({WORD}\s{run})(?:,\s|\s)(?:{honour})\b")),
        (
            "office",
            re.compile(
                rf"\b({WORD}\s{WORD})(?:,|\swas|\sis|\sas|\sbecame)\s(?:the\s|then\s|an?\s)*(?:{WORD}\s){{0,3}}(?:{held})\b"
            ),
        ),
        (
            "office",
            re.compile(
                rf"\b({WORD}\s{WORD})(?:\s\(|(?:,|\s[–—-]|,?\s(?:was|is|to\sbe|as|who\s(?:was|is)|was\sappointed(?:\sas)?))\s)(?:the\s|its\s|an?\s)?"
                r"(?:[Ii]ndependent\s|[Oo]verview\s|[Rr]eport\s|[Pp]anel\s|DHR\s)*(?:[Cc]hair|[Aa]uthor)\b"
            ),
        ),
        (
            "cited",
            re.compile(
                rf"\b(?i:{either(not_names().citing)})\s(?:Professor\s|Prof\.?\s|Dr\.?\s)?({run})"
            ),
        ),
        (
            "cited",
            re.compile(
                rf"\b[Ii]n\s(?:his|her|their|the|an?)\s(?:[\w-]+\s){{0,3}}(?:{either(not_names().works)})\b[^.;]{{0,40}},\s"
                rf"({run})\s(?:{either(not_names().argues)})\b"
            ),
        ),
    )


@cache
def _named_things() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    lists = not_names()
    jobs = either(
        r.capitalize()
        for r in (
            "worker",
            "officer",
            "manager",
            "nurse",
            "visitor",
            "midwife",
            "coordinator",
            "co-ordinator",
            "practitioner",
            "adviser",
            "advisor",
            "lead",
            "staff",
        )
    )
    return (
        re.compile(
            rf"\b({WORD}(?:\s{WORD}){{0,2}}?)\s({_capital(lists.institutions)})\b(?!\s(?:{jobs}))"
        ),
        re.compile(rf"\b({WORD}(?:\s{WORD}){{0,2}})\s({either(lists.kinds)})\b"),
        re.compile(
            rf"\b({WORD}(?:\s{WORD}){{0,2}}){_POSSESSIVE}\s(?:\([^()]*\)\s)?(?:\w+\s)?(?:{either(lists.writings)})\b"
        ),
        re.compile(
            rf"\b(?i:{either(lists.systems_before)})\s(?:\w+\s){{0,3}}?(on|onto|in|into|within|via|using|to|from)\s(?:the\s)?({WORD})(?!{_POSSESSIVE})"
        ),
    )


def find_public(text: str) -> list[Span]:
    """Give (start, end, rule) of the name-like things in `text` that stay, overlaps and all."""
    return [
        *_from_patterns(text),
        *_from_things(text),
        *_from_lists(text),
        *_from_systems(text),
        *_from_bodies(text),
        *_from_register(text),
    ]


def _from_patterns(text: str) -> Iterator[Span]:
    for rule, pattern in _sure():
        for match in pattern.finditer(text):
            yield *match.span(), rule
    for rule, pattern in _offices():
        for match in pattern.finditer(text):
            words = match.group(1).split()
            firm = rule == "honorific" or len(words) > 1
            if firm or (rule == "cited" and not classify(words[0]).startswith("given")):
                yield *match.span(1), "office" if rule == "honorific" else rule


def _from_things(text: str) -> Iterator[Span]:
    institutions, kinds, writings, systems = _named_things()
    for pattern in (institutions, kinds):
        for match in pattern.finditer(text):
            if not _outweighs(text, match):
                start = match.start() + (4 if match.group().startswith("The ") else 0)
                yield start, match.end(), "named thing"
    for match in writings.finditer(text):
        run = match.group(1).split()
        if len(run) > 1 or not classify(run[0]).startswith("given"):
            yield *match.span(1), "author"
    for match in systems.finditer(text):
        known = plain(match.group(2)) in not_names().systems
        firm = match.group(1) in ("on", "onto", "in", "into", "within")
        if known or (firm and not classify(match.group(2)).startswith("given")):
            yield *match.span(2), "system"
    for match in re.finditer(
        rf"\b(?:[Tt]he|via|use|uses|using|onto|on|through)\s({WORD})(?!{_POSSESSIVE})", text
    ):
        if plain(match.group(1)) in not_names().systems:
            yield *match.span(1), "system"


@cache
def _lists() -> tuple[re.Pattern[str], ...]:
    """Give what shows that a list of names is one of things: "systems such as X, Y and Z"."""
    things = either(not_names().things_listed)
    row = rf"{WORD}(?:\s{WORD}){{0,2}}(?:(?:,|,?\sand|\sor)\s{WORD}(?:\s{WORD}){{0,2}}){{0,8}}"
    return (
        re.compile(
            rf"\b(?i:{things}),?\s(?:such\sas|like|including|called|named(?:\s(?:after|for))?|for\sexample)\s({row})(?![\w'’-])"
        ),
        re.compile(rf"\b({row})\s(?:are|were)\s(?:\w+\s){{0,2}}(?:{things})\b"),
        re.compile(
            rf"\b({row})\s(?:are|were)\s(?:named|listed|given|shown|counted|entered)\s"
            rf"(?:\w+\s){{0,5}}?as\s(?:\w+\s)?(?:{things})\b"
        ),
        re.compile(rf"\b({row})\s(?:{things})\b"),
        re.compile(rf"\b({WORD}){_POSSESSIVE}\s(?:report|review|inquiry|judgment)\s(?:on|into)\b"),
    )


_ROW = re.compile(rf"\b{WORD}(?:(?:,\s|,?\s(?:and|or|&)\s){WORD}){{1,8}}(?![\w’'-])")


def _from_systems(text: str) -> Iterator[Span]:
    """Give the rows of which two and more are known systems, or most are places."""
    for match in _ROW.finditer(text):
        members = re.split(r",\s|,?\s(?:and|or|&)\s", match.group())
        if 2 * sum(classify(member) == "place" for member in members) > max(len(members), 3):
            yield *match.span(), "place"
        if sum(plain(member) in not_names().systems for member in members) > 1:
            yield *match.span(), "system"


def _from_lists(text: str) -> Iterator[Span]:
    for pattern in _lists():
        for match in pattern.finditer(text):
            if not _TITLED.search(text[max(0, match.start(1) - 8) : match.start(1)]):
                yield *match.span(1), "named thing"


def _outweighs(text: str, match: re.Match[str]) -> bool:
    """Whether the name before a noun says more for a person than the noun for a thing.

    "Sarah Support Plan" and "Sarah Ward told" are about Sarah; "Sarah Hospital" and "the Sarah
    Ward" are not.
    """
    words, noun = match.group(1).split(), plain(match.group(2))
    if plain(words[-1]) in names().titles:
        return True
    if len(words) > 1 or classify(words[-1]) != "given":
        return False
    if noun in not_names().weak:
        return True
    before = text[max(0, match.start() - 8) : match.start()]
    return noun in not_names().surnames_too and not _PLACED.search(before)


def _from_bodies(text: str) -> Iterator[Span]:
    for part in _STRETCH.finditer(text):
        for start, end, words in find_bodies(part.group()):
            first = _OWNED.match(words)
            if first and words.split()[-1].lower() not in not_names().laws:
                start += first.end()
            if part.group()[start].isupper():
                yield part.start() + start, part.start() + end, "body"


@cache
def _registered() -> dict[str, tuple[str, ...]]:
    """Give the names of the register of bodies by their first word, longest first."""
    by_first: dict[str, set[str]] = {}
    for body in built_in().bodies.values():
        for name in (body.name, *body.aliases):
            if name[0].isupper() and (" " in name or not classify(name).startswith("given")):
                by_first.setdefault(re.split(r"\W", name)[0], set()).add(name)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in by_first.items()}


def _from_register(text: str) -> Iterator[Span]:
    plain_text = text.replace("’", "'")
    for match in _CAPITALISED.finditer(plain_text):
        for name in _registered().get(match.group(), ()):
            end = match.start() + len(name)
            if (
                plain_text.startswith(name, match.start())
                and not plain_text[end : end + 1].isalnum()
            ):
                yield match.start(), end, "body"
                break
