"""What stands in place of a name: the label of the person's role, which a review may set for itself.

Nobody is called by a crime of which the record does not say that they were convicted: a label with
such a word is refused unless the role is among those `convicted`.
"""

import re
from collections.abc import Mapping
from functools import cache

import msgspec

from learnt import rulebook
from learnt.errors import BadLabel
from learnt.words import fold


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A role of `rules/role_labels.toml`; its fields are told there."""

    id: str
    label: str
    counted: str
    possessive: str = ""
    kin: bool = False
    numbered: bool = True
    also: tuple[str, ...] = ()


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`rules/role_labels.toml`."""

    source: str
    unknown: str
    sufferer: str
    needs_conviction: tuple[str, ...]
    ordinals: tuple[str, ...]
    role: tuple[Role, ...]


class Label(msgspec.Struct, frozen=True):
    """Words for a person as they stand inside a sentence: plain, and as an owner."""

    plain: str
    possessive: str


class RoleLabels(msgspec.Struct, frozen=True, kw_only=True):
    """What a review sets for itself: labels by role, and the roles whose bearer was convicted."""

    labels: dict[str, str] = {}
    convicted: tuple[str, ...] = ()


@cache
def rules() -> Rules:
    """Give the roles and their labels."""
    return rulebook.load("role_labels.toml", Rules)


@cache
def _by_word() -> dict[str, Role]:
    return {fold(word): role for role in rules().role for word in (role.id, *role.also)}


def find_role(words: str) -> Role | None:
    """Give the role that `words` mean ("Deceased", "the offender"), or None."""
    return _by_word().get(re.sub(r"^(?:the|a|an|her|his|their) ", "", fold(words)))


def is_role(words: str) -> bool:
    """Whether `words` are a role that can be told: one of the rules, or kin of one of them."""
    return find_role(words) is not None or _split_owner(words)[0] is not None


def check_labels(given: RoleLabels | Mapping[str, str] | None) -> RoleLabels:
    """Give the labels of a review in one form; raises `BadLabel` for one that may not be used."""
    labels = given if isinstance(given, RoleLabels) else RoleLabels(labels=dict(given or {}))
    convicted = {_role_id(role) for role in labels.convicted}
    told: dict[str, str] = {}
    for role, label in labels.labels.items():
        known = _role_id(role)
        if not label.strip():
            raise BadLabel(f"the label of {role!r} is empty")
        accusing = [word for word in rules().needs_conviction if _has_word(label, word)]
        if accusing and known not in (*convicted, rules().sufferer):
            raise BadLabel(
                f"{role!r} may be called {label!r} ({accusing[0]}) only where a conviction is"
                " recorded: name the role in `convicted`"
            )
        told[known] = label.strip()
    return RoleLabels(labels=told, convicted=tuple(sorted(convicted)))


def _role_id(words: str) -> str:
    role = find_role(words)
    if role is None:
        raise BadLabel(f"there is no role {words!r}; those there are: {', '.join(_ids())}")
    return role.id


def _ids() -> list[str]:
    return [role.id for role in rules().role]


def _has_word(label: str, word: str) -> bool:
    return re.search(rf"\b{re.escape(word)}s?\b", label, re.IGNORECASE) is not None


def label_of(role: str, labels: RoleLabels, number: int = 0, of: int = 1) -> Label:
    """Give the label of `role` (any words for it), for the `number`th of `of` people in it.

    A role that belongs to another ("the victim's mother", "child of the perpetrator") is told as
    that: "the deceased’s parent".
    """
    owner, kin = _split_owner(role)
    known = find_role(kin) or find_role(rules().unknown)
    assert known is not None, "the rules hold the unknown role"
    if of > 1 and known.numbered:
        return _counted(known, number, owner, labels)
    if owner is not None and known.id not in labels.labels:
        return _owned(label_of(owner, labels).possessive, known.counted)
    plain = labels.labels.get(known.id, known.label)
    return Label(plain, _possessive(plain, known))


def _split_owner(role: str) -> tuple[str | None, str]:
    """Cut "victim's mother" and "mother of the victim" into owner and kin, where both are roles."""
    told = fold(role)
    for pattern in (r"(?P<owner>.+?)'s? (?P<kin>.+)", r"(?P<kin>.+?) (?:of|to) (?P<owner>.+)"):
        match = re.fullmatch(pattern, told)
        if match is None:
            continue
        owner, kin = find_role(match["owner"]), find_role(match["kin"])
        if owner is not None and kin is not None and kin.kin:
            return owner.id, kin.id
    return None, role


def _counted(role: Role, number: int, owner: str | None, labels: RoleLabels) -> Label:
    ordinals = rules().ordinals
    told = role.counted if number >= len(ordinals) else f"{ordinals[number]} {role.counted}"
    if owner is not None:
        return _owned(label_of(owner, labels).possessive, told)
    plain = f"the {told}"
    return Label(plain, add_possessive(plain))


def _owned(owner: str, kin: str) -> Label:
    plain = f"{owner} {kin}"
    return Label(plain, add_possessive(plain))


def _possessive(plain: str, role: Role) -> str:
    if plain == role.label and role.possessive:
        return role.possessive
    return add_possessive(plain)


def add_possessive(label: str) -> str:
    """Give a label as an owner; a clause is left out ("the woman who died": "the woman’s")."""
    head = re.split(r",? (?:who|whom|whose|that|which) ", label)[0]
    return f"{head}’" if head.endswith("s") else f"{head}’s"
