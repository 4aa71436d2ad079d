"""The fatal event, in whatever words a sentence tells it: that it was a killing, how, where and when."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import msgspec

from learnt.extract.case_facts.claims import Claim, owner_of
from learnt.extract.case_facts.mentions import Read
from learnt.extract.case_facts.needles import Form
from learnt.extract.case_facts.rules import either
from learnt.extract.case_facts.stance import is_said
from learnt.extract.dates import find_dates
from learnt.records.facts import FactTable
from learnt.rulebook import load

STATED, LIKELY = 0.9, 0.85


class Events(msgspec.Struct, frozen=True):
    """The rules file `case_facts_events.toml` as it stands."""

    source: str
    lethal: tuple[str, ...]
    harmful: tuple[str, ...]
    done: tuple[str, ...]
    found: tuple[str, ...]
    finding: tuple[str, ...]
    day: str
    deadly: str
    earlier: str
    rooms: tuple[str, ...]
    homes: tuple[str, ...]
    outside: tuple[str, ...]
    of_both: str
    of_relatives: tuple[str, ...]
    of_friends: str
    elsewhere: str
    nobodys: str
    cohabiting: tuple[str, ...]
    apart: str


def rules() -> Events:
    """Give the rules of events."""
    return load("case_facts_events.toml", Events)


@cache
def _form(name: str) -> Form:
    r, flags = rules(), re.IGNORECASE
    victim, gap = r"⟦(?:V\d|B)⟧(?!'s (?!neck|throat|head|chest|body|face|back))", r"[^.;⟦⟧]"
    wide = r"(?:[^.;⟦⟧]|⟦[VXO]\d?⟧(?:'s)?){0,120}?"
    own = r"(?:⟦[PV]\d⟧'s [^.;⟦⟧]{0,25})?"
    body = {
        "lethal": rf"⟦P\d⟧(?!'s){wide}{own}\b{either(r.lethal)}\b{gap}{{0,40}}?{victim}",
        "harmful": rf"⟦P\d⟧(?!'s){gap}{{0,90}}?{own}\b{either(r.harmful)}\b{gap}{{0,30}}?{victim}",
        "done": rf"{victim}{gap}{{0,70}}?\b(?:was|were|had been|been|being)(?: \w+)? {either(r.done)}\b",
        "by": rf"\b{either(r.done)}\b{gap}{{0,60}}? by {own}⟦P\d⟧",
        "found": (
            rf"{victim}{gap}{{0,60}}?\b{either(r.found)}\b|\b{either(r.finding)} (?:the body of )?{victim}"
            rf"|\b(?:body|bodies) of {victim}{gap}{{0,30}} (?:found|recovered|discovered)"
        ),
        "day": r.day, "deadly": r.deadly, "earlier": r.earlier, "apart": r.apart,
        "elsewhere": r.elsewhere, "nobodys": r.nobodys,
        "cohabiting": either(r.cohabiting),
    }[name]  # fmt: skip
    return Form(body, flags)


@lru_cache(maxsize=64)  # several readers ask of the same sentence
def act_in(text: str) -> re.Match[str] | None:
    """Give the words by which a sentence tells the fatal act itself; None where it tells another."""
    for name in ("lethal", "done", "by", "found"):
        match = _form(name).search(text)
        of_victim = "⟦V" in text or "⟦B" in text or name == "by"
        if match and of_victim and not _form("earlier").search(text, 0, match.end()):
            return match if is_said(text, match.start(), match.end()) else None
    match = _form("harmful").search(text)
    earlier = match and _form("earlier").search(text, 0, match.end())
    if match and not earlier and is_said(text, match.start(), match.end()):
        dated = any(len(iso) == 10 for _, _, iso in find_dates(text))
        if _form("deadly").search(text) or (dated and _form("day").search(text)):
            return match
    return None


def find_events(reads: Sequence[Read]) -> Iterator[Claim]:
    """Give what the sentences that tell the fatal act say: the killing, its day and its place."""
    shares, before = lives_together(reads), False
    for read in reads:
        text = read.full
        told, goes_on = act_in(text) is not None, _IT.match(text) is not None
        killer = (_form("lethal").search(text) or _form("by").search(text)) if told else None
        if killer and re.search(r"⟦V\d⟧|⟦B⟧", text):
            tags = re.findall(r"⟦(P\d)⟧", killer.group())
            for table, person in owner_of(tags[-1]):
                yield _claim(read, "killed", True, "killed-event", table == "perpetrators", person)
        if told or goes_on:
            yield from _day(read)
        if told or (goes_on and before):
            yield from _place(read, shares)
        before = told


def _claim(
    read: Read, variable: str, value: str | bool, rule: str, theirs: bool = False, person: int = 0
) -> Claim:
    place, quote = read.sentence.place, read.sentence.printed
    table: FactTable = "perpetrators" if theirs else "incidents"
    return Claim(table, person, variable, value, place, quote, rule, LIKELY)


_OF_BOTH = re.compile(
    r" (?:of|that|which|where|in which) (?:had been )?(?:(?:⟦V\d⟧ and ⟦P\d⟧|⟦P\d⟧ and ⟦V\d⟧|⟦B⟧|they)(?:$|[^'\w]))"
)
_IT = re.compile(
    r"(?:It|This|All this"
    r"|The (?:attack|killing|incident|homicide|murder|death|fire|stabbing|shooting|assault|fatal \w+))"
    r" (?:happened|occurred|took place|was) (?:on|in|at|during)\b"
)
_COURT = re.compile(
    r"\b(?:trial|sentenc|convict|inquest|plead|guilty|charged|arrest|review|since|until|between|born)",
    re.I,
)


def _day(read: Read) -> Iterator[Claim]:
    for start, _, iso in find_dates(read.full):
        if len(iso) >= 7 and not _COURT.search(read.full, max(0, start - 60), start):
            yield _claim(read, "death_date", iso, "date-event")
            return


def lives_together(reads: Sequence[Read]) -> bool:
    """Whether the report tells that victim and perpetrator shared a home, and not only once."""
    return any(
        match is not None and not _form("apart").search(text, max(0, match.start() - 40))
        for text in (read.full for read in reads)
        for match in (_form("cohabiting").search(text),)
    )


@cache
def _where() -> Form:
    r = rules()
    lead = r"(?:(?!by\b|after\b|before\b|with\b|because\b|and then\b)[\w'⟦⟧-]+,? ){0,5}?"
    return Form(
        rf"\b(?:at|in|inside|outside|on|near|to|into|from|of) {lead}"
        rf"(?:(?P<out>{either(r.outside)})|(?P<room>{either(r.rooms)})|(?P<home>{either(r.homes)}))(?![\w-])(?!'s)",
        re.IGNORECASE,
    )


def _place(read: Read, shares: bool) -> Iterator[Claim]:
    """Give the kind of place that the sentence of the act names, whose home it was where that is told."""
    text = read.light
    match = next((one for one in _where().finditer(text) if _is_place(text, one)), None)
    if match is None:
        return
    if match["out"] or match.group().casefold().startswith("outside"):
        yield _claim(read, "place_of_death", "outside", "place-event")
        yield _claim(read, "location_of_death", "public_place", "place-event")
        return
    yield _claim(read, "location_of_death", "residential_location", "place-event")
    owner = _owner_of_home(text, match)
    shared = shares and owner in ("victim", "perpetrator", "")
    value = "shared home" if shared or owner == "both" else f"{owner}'s home"
    if owner or shared:
        yield _claim(read, "place_of_death", value, "place-event")


def is_where_one_lived(text: str, start: int) -> bool:
    """Whether a place that begins at `start` is told as where somebody lived, moved or worked."""
    return _form("elsewhere").search(text, max(0, start - 40), start) is not None


def _is_place(text: str, match: re.Match[str]) -> bool:
    """Whether the words name the place of the act: no town's name, no address of nobody, not where one lived."""
    word = match["out"] or match["room"] or match["home"]
    if word[0].isupper() or is_where_one_lived(text, match.start()):
        return False
    return not _form("nobodys").regex.match(text, match.start())


def _owner_of_home(text: str, match: re.Match[str]) -> str:
    """Tell whose home a place is: both, victim, perpetrator, relative, friend; empty where not told."""
    words, r = text[match.start() : match.end() + 40], rules()
    if re.search(r.of_both, words) or _OF_BOTH.match(text, match.end()):
        return "both"
    if re.search(rf"{either(r.of_relatives)}s?'s? ", words):
        return "relative"
    if re.search(r.of_friends, words):
        return "friend"
    owner = re.search(r"⟦([VP])\d⟧'s|(?:home|house|flat|bungalow|address) of ⟦([VP])", words)
    if owner is None:
        return ""
    return "victim" if (owner[1] or owner[2]) == "V" else "perpetrator"
