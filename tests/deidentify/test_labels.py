"""Labels by role: neutral by default, set per review, and no crime without a conviction."""

import pytest

from learnt.deidentify.labels import (
    RoleLabels,
    add_possessive,
    check_labels,
    find_role,
    label_of,
    rules,
)
from learnt.errors import BadLabel

NONE = check_labels(None)


@pytest.mark.parametrize(
    ("role", "label", "possessive"),
    [
        ("victim", "the person who died", "the deceased’s"),
        ("Perpetrator", "the other party", "the other party’s"),
        ("child", "the child", "the child’s"),
        # Whose kin it is is told by the owner's label.
        ("victim's mother", "the deceased’s parent", "the deceased’s parent’s"),
        ("sister of the perpetrator", "the other party’s relative", "the other party’s relative’s"),
        # Nobody knows them: no more is said than that it is a person.
        ("", "a person", "a person’s"),
        ("lamplighter", "a person", "a person’s"),
    ],
)
def test_default_labels(role: str, label: str, possessive: str) -> None:
    told = label_of(role, NONE)
    assert (told.plain, told.possessive) == (label, possessive)


def test_several_of_a_role_are_counted() -> None:
    assert label_of("child", NONE, 1, 3).plain == "the second child"


def test_one_person_known_by_two_names_is_not_counted() -> None:
    assert label_of("victim", NONE, 1, 2).plain == "the person who died"


def test_a_review_sets_its_labels() -> None:
    labels = check_labels({"victim": "the woman who died"})
    assert label_of("deceased", labels).plain == "the woman who died"
    assert label_of("deceased", labels).possessive == "the woman’s"
    assert label_of("victim's mother", labels).plain == "the woman’s parent"


@pytest.mark.parametrize("label", ["the perpetrator", "the killer", "the man who killed her"])
def test_nobody_is_called_by_a_crime_without_a_conviction(label: str) -> None:
    with pytest.raises(BadLabel, match="conviction"):
        check_labels({"perpetrator": label})
    told = check_labels(RoleLabels(labels={"perpetrator": label}, convicted=("perpetrator",)))
    assert label_of("perpetrator", told).plain == label


def test_whoever_was_killed_may_be_called_so() -> None:
    assert check_labels({"victim": "the man who was killed"}).labels["victim"]


def test_no_default_label_accuses() -> None:
    for role in rules().role:
        words = f" {role.label} {role.counted} ".lower()
        assert not [word for word in rules().needs_conviction if f" {word}" in words]


@pytest.mark.parametrize("labels", [{"lamplighter": "x"}, {"victim": " "}])
def test_labels_that_cannot_be_are_refused(labels: dict[str, str]) -> None:
    with pytest.raises(BadLabel):
        check_labels(labels)


def test_every_role_is_found_by_each_of_its_words() -> None:
    for role in rules().role:
        for word in (role.id, *role.also):
            assert find_role(word) == role


@pytest.mark.parametrize(
    ("label", "owner"),
    [("the friends", "the friends’"), ("a friend", "a friend’s"), ("one who knew", "one’s")],
)
def test_possessives(label: str, owner: str) -> None:
    assert add_possessive(label) == owner
