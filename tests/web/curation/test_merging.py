"""Merging is shown before it is done, done once it is confirmed, and can be undone without loss."""

import json
from typing import Any

import pytest
from django.core import serializers
from django.test import Client

from learnt.export.as_json import encode
from learnt.records import Review
from learnt.web.accounts.models import User
from learnt.web.catalogue import models as public
from learnt.web.catalogue.models import Tombstone
from learnt.web.curation import blind, deciding, models
from learnt.web.curation.before_merging import preview
from learnt.web.curation.merging import last_of, merge, take_apart
from learnt.web.curation.models import Decision, Intake, NameDecision, SourceFile
from learnt.web.curation.publishing import as_decided
from learnt.web.curation.takedown import remove_review, remove_words
from learnt.web.register.models import FactDecision, Link
from tests.web.factories import HERE, intake, person, published
from tests.web.register.factories import case

pytestmark = pytest.mark.django_db
ADDED = "Fallowmere Police should tell victims of their rights."
PRIVATE = (Decision, NameDecision, SourceFile, models.BlindCoding, models.Takedown, FactDecision)


@pytest.fixture
def two(publisher: User) -> tuple[Intake, Intake]:
    """Give two public versions with everything that a review can have, partly in both."""
    kept, other = published(1), published(2)
    for stored in (kept, other):
        SourceFile.objects.create(
            intake=stored,
            name="a.pdf",
            sha256=f"{stored.pk:064x}",
            media_type="application/pdf",
            size=1,
            path="a",
        )
        NameDecision.objects.create(intake=stored, words="Rose", is_person=stored == kept)
        blind.code(stored, publisher, stored.proposed().recommendations[1].id, ["training"], "")
        deciding.decide(stored, publisher, "add", f"{stored.key}-added-1", {"text": ADDED})
    NameDecision.objects.create(intake=other, words="Fern", is_person=False)
    blind.code(other, publisher, "rec-2-1", ["training"], "training")
    deciding.decide(other, publisher, "accept", "rec-2-1")
    deciding.decide(other, publisher, "join", "rec-2-2", {"with": ["rec-2-3"]})
    FactDecision.objects.create(
        intake=other, table="incidents", variable="region", value="Wales", accepted=True
    )
    both, only = case(1), case(2)
    for incident, stored in ((both, kept), (both, other), (only, other)):
        Link.objects.create(incident=incident, intake=stored)
    return Intake.objects.get(pk=kept.pk), Intake.objects.get(pk=other.pk)


def everything() -> dict[str, Any]:
    """Give all that is kept of reviews, but for what tells when a row was written."""
    rows: dict[str, Any] = {}
    for model in PRIVATE:
        rows[model.__name__] = json.loads(
            serializers.serialize("json", model._default_manager.order_by("pk"))
        )
    fields = ("slug", "state", "restricted", "proposal", "memory", "partnership", "merged_into")
    rows["Intake"] = list(Intake.every.order_by("pk").values_list(*fields))
    rows["Link"] = sorted(Link.objects.values_list("incident", "intake"))
    rows["past"] = sorted(NameDecision.history.values_list("history_id", "intake_id"))
    rows["public"] = sorted(
        public.Recommendation.objects.values_list("review__slug", "key", "text")
    )
    rows["gone"] = sorted(Tombstone.objects.values_list("slug", flat=True))
    return rows


def test_taking_apart_gives_back_everything(two: tuple[Intake, Intake], publisher: User) -> None:
    before = everything()
    made = merge(*two, publisher)
    assert everything() != before
    take_apart(made, publisher)
    assert everything() == before


def test_merged_into_one_that_is_merged_comes_back_in_turn(
    two: tuple[Intake, Intake], publisher: User
) -> None:
    before = everything()
    third = intake(3)
    whole = everything()
    merge(*two, publisher)
    middle = everything()
    last = merge(third, Intake.objects.get(pk=two[0].pk), publisher)
    assert list(Intake.objects.all()) == [third]
    _, other = take_apart(last, publisher)
    assert everything() == middle
    first = last_of(other)
    assert first
    take_apart(first, publisher)
    assert everything() == whole
    assert len(before["Intake"]) == 2


def test_the_other_is_nowhere_and_not_lost(
    client: Client, two: tuple[Intake, Intake], publisher: User
) -> None:
    kept, other = two
    merge(kept, other, publisher)
    assert list(Intake.objects.all()) == [kept]
    assert Intake.every.count() == 2
    client.force_login(publisher)
    assert client.get(f"/desk/reviews/{other.slug}/").status_code == 404
    assert client.get(f"/reviews/{other.slug}/").status_code == 410
    assert other.slug not in client.get("/desk/").content.decode()


def test_showing_it_changes_nothing(two: tuple[Intake, Intake], publisher: User) -> None:
    before = everything()
    shown = preview(*two, publisher)
    assert everything() == before
    assert (shown.kept.recommendations, shown.other.recommendations) == (4, 3)
    assert (shown.after.recommendations, shown.after.files) == (3, 2)
    assert (shown.state, shown.held) == ("published", ())


def test_what_only_the_other_has_is_told(publisher: User) -> None:
    kept, other = intake(1), intake(2)
    changed: Review = other.proposed()
    text = "A fourth thing that no other version asks of anybody at all."
    more = changed.recommendations[0].__class__(id="rec-2-9", ref="9", text=text, confidence=0.9)
    other.proposal = encode(
        changed.__class__(
            review=changed.review,
            documents=changed.documents,
            recommendations=(*changed.recommendations, more),
        )
    )
    other.save()
    deciding.decide(other, publisher, "accept", "rec-2-9")
    shown = preview(kept, other, publisher)
    assert [item.text for item in shown.lost] == [text]
    assert [one.record for one in shown.astray] == ["rec-2-9"]
    assert shown.alike == 3


def page_of(kept: Intake, other: Intake) -> str:
    return f"/desk/reviews/{kept.slug}/merge/{other.slug}/"


def confirm(client: Client, kept: Intake, other: Intake) -> str:
    """Open the page, press its button, and give what follows."""
    shown = client.get(page_of(kept, other))
    told = {"mark": shown.context["shown"].mark}
    return client.post(page_of(kept, other), told, follow=True).content.decode()


def test_a_publisher_looks_confirms_and_takes_apart(
    client: Client, two: tuple[Intake, Intake], publisher: User
) -> None:
    kept, other = two
    client.force_login(publisher)
    offered = client.get(f"/desk/reviews/{kept.slug}/").content.decode()
    assert page_of(kept, other) in offered
    shown = client.get(page_of(kept, other)).content.decode()
    assert f"/reviews/{other.slug}/ and the feeds say that this page is gone" in shown
    assert "with 3 recommendations" in shown
    assert Intake.objects.count() == 2, "looking is not merging"
    assert "The two are one review now." in confirm(client, kept, other)
    assert Intake.objects.get() == kept
    assert kept.history.filter(history_change_reason=f"merged with {other.slug}").exists()
    address = f"/desk/reviews/{kept.slug}/take-apart/"
    assert "They are two reviews again" in client.post(address, follow=True).content.decode()
    assert client.get(f"/reviews/{other.slug}/").status_code == 200
    told = client.get(f"/desk/reviews/{kept.slug}/history/").content.decode()
    assert f"taken apart from {other.slug}" in told
    assert client.post(address).status_code == 404, "there is nothing to take apart"


@pytest.mark.parametrize("mark", ["", "0123456789abcdef"])
def test_what_was_not_confirmed_is_not_done(
    client: Client, two: tuple[Intake, Intake], publisher: User, mark: str
) -> None:
    kept, other = two
    client.force_login(publisher)
    answer = client.post(page_of(kept, other), {"mark": mark})
    assert "Look at it again" in answer.content.decode()
    assert Intake.objects.count() == 2


def test_a_change_after_looking_asks_again(
    client: Client, two: tuple[Intake, Intake], publisher: User
) -> None:
    kept, other = two
    client.force_login(publisher)
    mark = client.get(page_of(kept, other)).context["shown"].mark
    deciding.decide(other, publisher, "drop", "rec-2-1")
    client.post(page_of(kept, other), {"mark": mark})
    assert Intake.objects.count() == 2


def test_an_editor_is_not_offered_it(client: Client) -> None:
    kept, other = intake(1), intake(2)
    client.force_login(person("editor", HERE))
    page = f"/desk/reviews/{kept.slug}/"
    assert "it seems" not in client.get(page).content.decode()
    assert client.get(page_of(kept, other)).status_code == 403
    for address in (page_of(kept, other), f"{page}take-apart/"):
        assert client.post(address).status_code == 403
    assert Intake.objects.count() == 2


@pytest.mark.parametrize("year", [2020, 2030])
def test_what_is_no_version_is_not_merged(client: Client, publisher: User, year: int) -> None:
    kept = intake(1)
    place = "Another Place Community Safety Partnership" if year == 2030 else kept_place()
    other = intake(2, place, year_of_death=year)
    client.force_login(publisher)
    for slug in (other.slug, kept.slug, "none"):
        address = f"/desk/reviews/{kept.slug}/merge/{slug}/"
        assert client.get(address).status_code == 404
        assert client.post(address).status_code == 404
    assert Intake.objects.count() == 2


def kept_place() -> str:
    return "Fallowmere Community Safety Partnership"


def test_words_taken_down_meanwhile_are_gone_of_both(
    two: tuple[Intake, Intake], publisher: User
) -> None:
    kept, other = two
    made = merge(kept, other, publisher)
    remove_words(Intake.objects.get(pk=kept.pk), "fifty case files", publisher, "asked")
    assert "fifty case files" not in Intake.every.get(pk=other.pk).proposal
    made.refresh_from_db()
    take_apart(made, publisher)
    again = Intake.objects.get(pk=other.pk)
    assert "fifty case files" not in again.proposal
    assert again.takedowns.count() == 1, "a later reading of its report cuts them out too"
    assert not public.Recommendation.objects.filter(text__contains="fifty case files").exists()


def test_a_review_taken_down_takes_what_was_merged_with_it(
    two: tuple[Intake, Intake], publisher: User
) -> None:
    merge(*two, publisher)
    remove_review(Intake.objects.get(), publisher, "asked")
    assert not Intake.every.exists()
    assert not Intake.history.exists()


def test_what_was_decided_since_stays(two: tuple[Intake, Intake], publisher: User) -> None:
    kept, other = two
    made = merge(kept, other, publisher)
    deciding.decide(kept, publisher, "accept", "rec-1-1")
    take_apart(made, publisher)
    assert "rec-1-1" in as_decided(Intake.objects.get(pk=kept.pk)).checked


def test_a_restriction_that_merging_brought_is_not_lifted_by_taking_apart(publisher: User) -> None:
    kept, other = published(1), intake(2)
    other.restricted = True
    other.save()
    shown = preview(kept, other, publisher)
    assert (shown.state, shown.restricted) == ("withdrawn", True)
    take_apart(merge(kept, other, publisher), publisher)
    kept.refresh_from_db()
    assert (kept.restricted, kept.state) == (True, "withdrawn")
    assert not public.Review.objects.exists()
