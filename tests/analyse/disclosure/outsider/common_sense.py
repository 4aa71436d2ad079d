"""What tables say of one another to anybody who reads them with common sense."""

from collections.abc import Iterable, Mapping

from tests.analyse.disclosure.outsider.cells import Told
from tests.analyse.disclosure.outsider.names import PARTS
from tests.analyse.disclosure.outsider.unknowns import NO_LIMIT, Key, Unknowns

SECTIONS = ("joint", *PARTS)
DIED, OTHER, EITHER, BOTH = (
    "the person who died",
    "the person who abused or killed",
    "either",
    "both",
)
SIDES = {
    "alcohol": ("victim_vulnerabilities", "perpetrator_vulnerabilities", "Alcohol"),
    "drugs": (
        "victim_vulnerabilities",
        "perpetrator_vulnerabilities",
        "Drugs or other substances",
    ),
    "mental_health_of_both": (
        "victim_mental_health",
        "perpetrator_mental_health",
        "Any mental ill-health",
    ),
}
INSIDE = {
    "children_under_18": "parent",
    "victim_mental_health_kinds": "victim_mental_health",
    "perpetrator_mental_health_kinds": "perpetrator_mental_health",
}
PARTNERS = (
    "husband",
    "wife",
    "partner",
    "ex-partner",
    "ex-husband",
    "ex-wife",
    "boyfriend",
    "girlfriend",
    "ex-boyfriend",
    "ex-girlfriend",
)
PARTNER, FAMILY, TWO = "intimate partner", "familial", "intimate partner and familial"


def know_common_sense(known: Unknowns, told: Mapping[str, Told]) -> None:
    """Add what the tables say of one another."""
    _same_rows(known, told)
    _kinds_of_death(known, told)
    _events(known, told)
    _sides(known, told)
    _inside(known, told)
    _carers(known, told)
    for side in ("victim", "perpetrator"):
        _mentions(known, told, side)
    _relations(known, told)
    _tags_of_relations(known, told)


def _has(known: Unknowns, keys: Iterable[Key]) -> bool:
    return all(key in known.low for key in keys)


def _same_rows(known: Unknowns, told: Mapping[str, Told]) -> None:
    for row in told.get("register-tags.incident_tags", Told()).rows:
        for measure in ("homicide_suicide", "children_present"):
            for more in ((), ("base",)):
                keys = [
                    ("register-tags.incident_tags", row, *more),
                    (f"joint.{measure}", row, *more),
                ]
                if _has(known, keys):
                    known.equal(keys[0], keys[1:])


def _kinds_of_death(known: Unknowns, told: Mapping[str, Told]) -> None:
    for kind, part in (("homicide", "homicides"), ("suicide", "suicides")):
        for row in told.get("joint.death_type", Told()).rows:
            if row.startswith(kind):
                known.equal(("joint.death_type", row), [("size", part, "incidents")])


def _events(known: Unknowns, told: Mapping[str, Told]) -> None:
    """Add that an event in which several people died has two or more of them."""
    key = ("joint.multiple_victims", "Several people died")
    victims, deaths = (("size", "joint", people) for people in ("victims", "incidents"))
    extra = known.low[victims] - known.low[deaths]
    if key in known.low and extra >= 0:
        known.at_most([key], known.know(("extra",), extra, extra))
        if extra:
            gone = (*key[:2], "missing")
            known.between({key: 1, gone: 1}, 1)


def _sides(known: Unknowns, told: Mapping[str, Told]) -> None:
    for name, (ours, theirs, row) in SIDES.items():
        table = f"joint.{name}"
        keys = [(table, one) for one in (DIED, OTHER, EITHER, BOTH)]
        if not _has(known, keys):
            continue
        died, other, either, both = keys
        known.between({either: 1, died: -1, other: -1, both: 1}, 0, 0)
        known.at_most([both], died)
        known.at_most([both], other)
        bases = [(*key, "base") for key in keys]
        for one in bases[1:]:
            known.equal(bases[0], [one])
        known.at_most([either], bases[0])
        for key, alone in ((died, ours), (other, theirs)):
            single = (f"joint.{alone}", row)
            if single in known.low:
                known.at_most([key], single)


def _inside(known: Unknowns, told: Mapping[str, Told]) -> None:
    for section in SECTIONS:
        for inner, outer in INSIDE.items():
            tops = [key for key in known.low if key[0] == f"{section}.{outer}" and len(key) == 2]
            for top in tops[:1]:
                rows = [
                    one for one in known.low if one[0] == f"{section}.{inner}" and len(one) == 2
                ]
                for row in rows:
                    known.at_most([row], top, (*top, "missing"))


def _carers(known: Unknowns, told: Mapping[str, Told]) -> None:
    rows = [
        ("joint.perpetrator_carer", one) for one in ("Cared for the victim", "Cared for somebody")
    ]
    if _has(known, rows):
        known.at_most(rows[:1], rows[1], (*rows[1], "missing"))


def _mentions(known: Unknowns, told: Mapping[str, Told], side: str) -> None:
    """Add that mentions are the rows of the table of tags, and so the numbers of them of a person."""
    rows = [
        key
        for key in known.low
        if len(key) == 2
        and key[0] in (f"joint.{side}_vulnerabilities", f"joint.{side}_mental_health")
    ]
    mentions = f"joint.{side}_vulnerability_mentions"
    if mentions in told:
        known.equal((mentions, "base"), rows)
        for key in rows:
            if (mentions, key[1]) in known.low:
                known.equal(key, [(mentions, key[1])])
    numbers = told.get(f"joint.{side}_vulnerability_number", Told()).rows
    name = f"joint.{side}_vulnerability_number"
    one: list[Key] = [(name, row) for row in numbers if row.startswith("one")]
    more: list[Key] = [(name, row) for row in numbers if row.startswith("more")]
    if rows and numbers:
        sums: dict[Key, float] = dict.fromkeys(rows, 1.0)
        known.between({**sums, **dict.fromkeys(one, -1.0), **dict.fromkeys(more, -2.0)}, 0)
        gone: Key = (name, "missing")
        most: dict[Key, float] = {
            **dict.fromkeys(one, 1.0),
            **dict.fromkeys(more, float(len(rows))),
        }
        known.between({**dict.fromkeys(rows, -1.0), **most, gone: float(len(rows))}, 0)
        for key in rows:
            known.at_most([key], *one, *more, gone)


def _relations(known: Unknowns, told: Mapping[str, Told]) -> None:
    """Add that somebody's partner or relation stands in a death of that broad kind, or of none recorded."""
    broad = "joint.sub_type"
    finer = "joint.relationship_to_victim"
    if broad not in told or finer not in told:
        return
    deaths = ("size", "joint", "incidents")
    people = ("size", "joint", "perpetrators")
    if known.low[people] > known.low[deaths]:
        return
    partners = [key for key in known.low if key[0] == finer and key[1] in PARTNERS]
    kinds = [(broad, name) for name in (PARTNER, TWO) if (broad, name) in known.low]
    other = [(broad, "Other groups")] if (broad, "Other groups") in known.low else []
    if partners and kinds:
        known.at_most(partners, *kinds, *other, (broad, "missing"))


def _tags_of_relations(known: Unknowns, told: Mapping[str, Told]) -> None:
    """Add that a death tagged as one of partners is of that broad kind."""
    tags, broad = "register-tags.incident_tags", "joint.sub_type"
    pairs = (("Intimate partner violence", PARTNER), ("Familial homicide", FAMILY))
    for tag, kind in pairs:
        key = (tags, tag)
        kinds = [(broad, name) for name in (kind, TWO) if (broad, name) in known.low]
        other = [(broad, "Other groups")] if (broad, "Other groups") in known.low else []
        if key in known.low and kinds:
            known.at_most([key], *kinds, *other)
            known.between({key: 1, (*key, "missing"): 1, kinds[0]: -1}, 0, NO_LIMIT)
