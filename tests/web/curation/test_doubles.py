"""The same review in another version is offered for merging, and nothing is doubled or lost by it."""

import pytest

from learnt.export.as_json import encode
from learnt.web.accounts.models import User
from learnt.web.catalogue.models import Recommendation, Review, Tombstone
from learnt.web.curation import blind, deciding
from learnt.web.curation.doubles import doubles_of
from learnt.web.curation.merging import merge
from learnt.web.curation.models import Decision, Intake, NameDecision, SourceFile, Takedown
from learnt.web.curation.publishing import as_decided, publish
from learnt.web.curation.takedown import mark_of
from tests.web.factories import CSP, HERE, intake, person, published

pytestmark = pytest.mark.django_db


def file_of(stored: Intake) -> SourceFile:
    hashed = f"{stored.pk:064x}"
    return SourceFile.objects.create(
        intake=stored, name="a.pdf", sha256=hashed, media_type="application/pdf", size=1, path="a"
    )


@pytest.mark.parametrize(
    ("csp", "year", "offered", "reason"),
    [
        (CSP, 2030, True, "same partnership, same year, same texts"),
        (CSP, None, True, "a version that does not tell the year"),
        (CSP, 2029, False, "another year"),
        ("Another Place Community Safety Partnership", 2030, False, "another partnership"),
    ],
)
def test_versions_are_offered(csp: str, year: int | None, offered: bool, reason: str) -> None:
    first, second = intake(1), intake(2, csp, year_of_death=year)
    assert doubles_of(first) == ([second] if offered else []), reason
    assert doubles_of(second) == ([first] if offered else []), reason


@pytest.mark.parametrize(("alike", "offered"), [(2, True), (1, False)])
def test_half_of_the_texts_must_be_alike(alike: int, offered: bool) -> None:
    first, second = intake(1), intake(2)
    found = second.proposed().recommendations
    for item in found[alike:]:
        value = {"text": f"Something else is asked of the council here, number {item.ref} of many."}
        deciding.decide(second, person("editor", HERE), "correct", item.id, value)
    second.proposal = encode(as_decided(second).review)
    second.save()
    assert doubles_of(first) == ([second] if offered else [])


def test_a_slip_of_the_pen_does_not_hide_a_version() -> None:
    first, second = intake(1), intake(2)
    second.proposal = second.proposal.replace("call handlers", "call-handlers")
    second.save()
    assert doubles_of(first) == [second]


def test_decisions_and_files_move_and_nothing_is_doubled(publisher: User) -> None:
    kept, other = published(1), published(2)
    files = {file_of(kept).pk, file_of(other).pk}
    value = {"text": "Fallowmere Police should train its call handlers each year."}
    deciding.decide(other, publisher, "correct", "rec-2-1", value)
    deciding.decide(other, publisher, "accept", "rec-2-2")
    added = {"ref": "4", "text": "Fallowmere Police should tell victims of their rights."}
    deciding.decide(other, publisher, "add", "key-2-added-1", added)
    merge(kept, Intake.objects.get(pk=other.pk), publisher)
    laid = as_decided(Intake.objects.get(pk=kept.pk))
    texts = [item.text for item in laid.review.recommendations]
    assert len(texts) == len(set(texts)) == 4
    assert texts[0] == value["text"]
    assert set(laid.checked) == {"rec-1-1", "rec-1-2", "key-2-added-1"}
    assert not laid.astray
    assert set(kept.files.values_list("pk", flat=True)) == files
    assert Intake.objects.count() == Review.objects.count() == 1
    assert Recommendation.objects.count() == 4
    assert Tombstone.objects.filter(slug=other.slug).exists()
    assert Decision.objects.filter(by=publisher).count() == 3


def test_what_was_added_to_both_is_not_doubled(publisher: User) -> None:
    kept, other = intake(1), intake(2)
    for stored in (kept, other):
        added = {"text": "Fallowmere Police should tell victims of their rights."}
        deciding.decide(stored, publisher, "add", f"{stored.key}-added-1", added)
    merge(kept, other, publisher)
    assert len(as_decided(kept).review.recommendations) == 4


def test_what_was_dropped_and_added_stands_once(publisher: User) -> None:
    kept, other = intake(1), intake(2)
    text = kept.proposed().recommendations[2].text
    deciding.decide(other, publisher, "drop", "rec-2-3")
    deciding.decide(other, publisher, "add", "key-2-added-1", {"text": text})
    merge(kept, other, publisher)
    laid = as_decided(kept)
    assert [item.text for item in laid.review.recommendations].count(text) == 1


def test_names_codings_and_takedowns_move(publisher: User) -> None:
    kept, other = intake(1), intake(2)
    for stored in (kept, other):
        NameDecision.objects.create(intake=stored, words="Rose", is_person=stored == kept)
    NameDecision.objects.create(intake=other, words="Fern", is_person=False)
    coder = person("editor", HERE)
    blind.code(other, coder, "rec-2-1", ["training"], "training")
    mark, length = mark_of("fifty case files")
    Takedown.objects.create(intake=other, by=publisher, reason="asked", mark=mark, length=length)
    merge(kept, other, publisher)
    kept.refresh_from_db()
    decided = dict(kept.names.values_list("words", "is_person"))
    assert decided == {"Rose": True, "Fern": False}
    assert kept.codings.get().record == "rec-1-1"
    assert "fifty case files" not in kept.proposal


def test_a_restriction_of_either_holds_for_both(publisher: User) -> None:
    kept, other = published(1), intake(2)
    other.restricted, other.restriction_note = True, "until the trial is over"
    other.save()
    merge(kept, other, publisher)
    kept.refresh_from_db()
    assert (kept.restricted, kept.state) == (True, "withdrawn")
    assert not Review.objects.exists()
    assert not publish(kept).published
