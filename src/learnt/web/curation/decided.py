"""A review as people decided it: the machine's proposal with the decisions laid over it.

A pure function: the same proposal and decisions always give the same review. A decision whose
recommendation is no longer there is given back, for a person to look at.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from learnt.deidentify import RoleLabels
from learnt.records import Addressee, Metadata, Permission, Recommendation, Review, ThemeCoding


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision as the laying over needs it; see `models.Decision`."""

    action: str
    record: str = ""
    value: dict[str, Any] = field(default_factory=dict)
    on: str = ""
    """The ISO date."""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the whole review is to be told in public: summary, names of roles, a shown pseudonym."""

    summary: str = ""
    """In place of the one that is printed or composed; empty: that one stays."""
    labels: RoleLabels = field(default_factory=RoleLabels)
    pseudonym: Permission | None = None


@dataclass(frozen=True, slots=True)
class Laid:
    """The review with decisions; which recommendations a person checked, when; what found no place."""

    review: Review
    checked: dict[str, str]
    astray: tuple[Decided, ...]
    wishes: Wishes = field(default_factory=Wishes)


def lay_over(review: Review, decisions: Sequence[Decided]) -> Laid:
    """Give `review` as decided, in the order in which the decisions were made."""
    items = {item.id: item for item in review.recommendations}
    checked: dict[str, str] = {}
    astray: list[Decided] = []
    wishes = Wishes()
    for decision in decisions:
        if decision.action == "metadata":
            review = msgspec.structs.replace(review, review=_about(review.review, decision.value))
        elif decision.action in WHOLE:
            wishes = replace(wishes, **{decision.action: WHOLE[decision.action](decision)})
        elif decision.action != "add" and decision.record not in items:
            astray.append(decision)
        else:
            items = STEPS[decision.action](items, decision)
            for key in _touched(decision):
                checked[key] = decision.on
    kept = {key: on for key, on in checked.items() if key in items}
    whole = msgspec.structs.replace(review, recommendations=tuple(items.values()))
    return Laid(whole, kept, tuple(astray), wishes)


def _summary(decision: Decided) -> str:
    return str(decision.value["text"])


def _labels(decision: Decided) -> RoleLabels:
    return msgspec.convert(decision.value, RoleLabels)


def _pseudonym(decision: Decided) -> Permission | None:
    if not decision.value["shown"]:
        return None
    words = tuple(decision.value.get("pseudonyms", ()))
    reason = decision.value["reason"]
    return Permission(reason=reason, by=decision.by, when=decision.on, pseudonyms=words)


WHOLE: dict[str, Callable[[Decided], Any]] = {
    "summary": _summary,
    "labels": _labels,
    "pseudonym": _pseudonym,
}
"""Decisions on how the whole review is told; the last of each holds."""


Items = dict[str, Recommendation]


def _changed(record: Any, value: dict[str, Any]) -> Any:
    """Give a record with the fields of `value`, checked against its type."""
    raw = msgspec.to_builtins(record) | value
    return msgspec.convert(raw, type(record))


def _about(told: Metadata, value: dict[str, Any]) -> Metadata:
    """Give what a review says of itself, as changed; the places of what was changed hold no more."""
    changed: Metadata = _changed(told, value)
    places = {name: found for name, found in told.evidence.items() if name not in value}
    return msgspec.structs.replace(changed, evidence=places)


def _accept(items: Items, decision: Decided) -> Items:
    return items


def _correct(items: Items, decision: Decided) -> Items:
    return items | {decision.record: _changed(items[decision.record], decision.value)}


def _themes(items: Items, decision: Decided) -> Items:
    item = items[decision.record]
    known = {c.id: c for c in item.themes} if isinstance(item.themes, tuple) else {}
    chosen = tuple(known.get(name, ThemeCoding(name)) for name in decision.value["themes"])
    changed = msgspec.structs.replace(item, themes=chosen, main_theme=decision.value.get("main"))
    return items | {decision.record: changed}


def _drop(items: Items, decision: Decided) -> Items:
    return {key: item for key, item in items.items() if key != decision.record}


def _add(items: Items, decision: Decided) -> Items:
    """Put in a missed recommendation, after the one that `value["after"]` names, else at the end."""
    value = dict(decision.value)
    after = value.pop("after", None)
    new = _made(decision.record, value)
    return _placed(items, [new], after if after in items else None)


def _split(items: Items, decision: Decided) -> Items:
    """Make several of one; `value["parts"]` holds the fields of each, the first keeps the id."""
    old = items[decision.record]
    parts = [
        _changed(msgspec.structs.replace(old, id=_part_id(decision.record, at)), part)
        for at, part in enumerate(decision.value["parts"])
    ]
    result: Items = {}
    for key, item in items.items():
        if key == decision.record:
            result |= {part.id: part for part in parts}
        else:
            result[key] = item
    return result


def _join(items: Items, decision: Decided) -> Items:
    """Make one of several: `value["with"]` are the ids that go into the record."""
    others = [key for key in decision.value["with"] if key in items]
    first = items[decision.record]
    text = decision.value.get("text") or "\n".join(
        [first.text, *(items[key].text for key in others)]
    )
    evidence = first.evidence + tuple(e for key in others for e in items[key].evidence)
    joined = msgspec.structs.replace(first, text=text, evidence=evidence)
    left = {key: item for key, item in items.items() if key not in others}
    return left | {decision.record: joined}


STEPS: dict[str, Callable[[Items, Decided], Items]] = {
    "accept": _accept,
    "correct": _correct,
    "themes": _themes,
    "drop": _drop,
    "add": _add,
    "split": _split,
    "join": _join,
}


def _part_id(record: str, at: int) -> str:
    return record if at == 0 else f"{record}-{chr(ord('a') + at)}"


def _touched(decision: Decided) -> list[str]:
    if decision.action == "split":
        return [_part_id(decision.record, at) for at in range(len(decision.value["parts"]))]
    return [decision.record]


def _made(key: str, value: dict[str, Any]) -> Recommendation:
    bodies = tuple(Addressee(**body) for body in value.pop("addressees", ()))
    raw = {"id": key, "ref": "", "text": "", "confidence": 1.0} | value
    return msgspec.structs.replace(msgspec.convert(raw, Recommendation), addressees=bodies)


def _placed(items: Items, new: list[Recommendation], after: str | None) -> Items:
    if after is None:
        return items | {item.id: item for item in new}
    result: Items = {}
    for key, item in items.items():
        result[key] = item
        if key == after:
            result |= {one.id: one for one in new}
    return result
