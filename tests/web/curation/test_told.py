"""How a review is told: an editor's summary, metadata, names of roles, a family's pseudonym."""

import pytest
from django.test import Client

from learnt.enrich import enrich
from learnt.export.as_json import encode
from learnt.records import Evidence, Metadata
from learnt.web.accounts.models import User
from learnt.web.catalogue.models import Recommendation, Review
from learnt.web.curation.models import Decision, Intake
from learnt.web.curation.publishing import as_decided, publish
from learnt.web.curation.telling import AboutForm
from tests.web.factories import intake, published, review

pytestmark = pytest.mark.django_db

ONE = "/desk/reviews/fallowmere-2030-1/"
PUBLIC = "/reviews/fallowmere-2030-1/"
ROSE = "Rose Ashdown-Vale"


def metadata(stored: Intake) -> Metadata:
    return as_decided(Intake.objects.get(pk=stored.pk)).review.review


def about(**changed: object) -> dict[str, object]:
    """Give what a browser sends of the form as it stands, with changes."""
    told = {
        "kind": "dhr",
        "csp": "Fallowmere Community Safety Partnership",
        "published": "2032-05",
        "death": "2030",
        "chair": "",
        "author": "",
        "source_url": "",
        "printed_count": "",
    }
    return told | changed


def test_an_editors_summary_stands_in_place_of_the_composed_one(
    client: Client, editor: User
) -> None:
    stored = published(1)
    composed = Review.objects.get().summary
    client.post(f"{ONE}summary/", {"text": "The review asks three bodies to act."})
    assert Review.objects.get().summary == "The review asks three bodies to act."
    assert "written by an editor" in Client().get(PUBLIC).content.decode()
    client.post(f"{ONE}undo/")
    assert Review.objects.get().summary == composed
    assert stored.decisions.filter(action="summary", undone_by=editor).count() == 1


def test_a_summary_that_may_name_somebody_is_not_stored(client: Client, editor: User) -> None:
    published(1)
    sent = {"text": "The Marguerite approach was known to the council."}
    answer = client.post(f"{ONE}summary/", sent)
    assert answer.status_code == 422
    assert "cannot be public" in answer.content.decode()
    assert not Decision.objects.exists()
    assert "Marguerite" not in Review.objects.get().record


def test_a_name_in_a_summary_is_said_anew(client: Client, editor: User) -> None:
    published(1)
    answer = client.post(f"{ONE}summary/", {"text": f"It is about {ROSE}."}, follow=True)
    assert "Some words were said anew" in answer.content.decode()
    assert Decision.objects.get().value == {"text": "It is about a person."}


def test_a_known_name_in_a_summary_is_said_by_the_role(client: Client, editor: User) -> None:
    stored = published(1)
    stored.names.create(words="Rose", is_person=True, role="the victim's mother")
    client.post(f"{ONE}summary/", {"text": "The council was told by Rose what had happened."})
    told = Review.objects.get().summary
    assert "Rose" not in told
    assert "parent" in told


def test_a_summary_survives_another_reading(client: Client, editor: User) -> None:
    stored = published(1)
    client.post(f"{ONE}summary/", {"text": "It asks three bodies to act."})
    stored.proposal = encode(enrich(review(1, published="2033-01")))
    stored.save()
    publish(stored)
    assert Review.objects.get().summary == "It asks three bodies to act."
    assert Review.objects.get().published == "2033-01"


def test_metadata_are_corrected_and_taken_back(client: Client, editor: User) -> None:
    stored = published(1)
    sent = about(kind="dardr", published="March 2031", death="14 June 2029", printed_count="3")
    assert client.post(f"{ONE}about/", sent).status_code == 302
    told = metadata(stored)
    assert (told.kind, told.published, told.printed_count) == ("dardr", "2031-03", 3)
    assert (told.death_date, told.year_of_death) == ("2029-06-14", 2029)
    shown = Review.objects.get()
    assert (shown.kind, shown.published, shown.year_of_death) == ("dardr", "2031-03", 2029)
    assert "2029-06-14" not in shown.record
    client.post(f"{ONE}undo/")
    assert Review.objects.get().year_of_death == 2030


def test_a_correction_survives_a_rerun_and_leaves_the_rest_to_it(
    client: Client, editor: User
) -> None:
    stored = intake(1)
    client.post(f"{ONE}about/", about(death="2029"))
    assert Decision.objects.get().value == {"death_date": "2029", "year_of_death": 2029}
    stored.proposal = encode(enrich(review(1, chair="Ann Example", year_of_death=2031)))
    stored.save()
    told = metadata(stored)
    assert (told.year_of_death, told.chair) == (2029, "Ann Example")


def test_a_corrected_value_no_longer_points_to_a_place(client: Client, editor: User) -> None:
    places = {name: (Evidence("overview-1.pdf", 1),) for name in ("csp", "kind")}
    stored = intake(1, evidence=places)
    client.post(f"{ONE}about/", about(kind="susr"))
    assert set(metadata(stored).evidence) == {"csp"}


DATES = [
    ("2031", "2031", "a year"),
    ("June 2031", "2031-06", "a month"),
    ("14 June 2031", "2031-06-14", "a day"),
    ("14/06/2031", "2031-06-14", "a day in figures"),
    ("", None, "not told"),
]


@pytest.mark.parametrize(("given", "wanted", "reason"), DATES)
def test_dates_are_taken_as_far_as_known(given: str, wanted: str | None, reason: str) -> None:
    form = AboutForm({"published": given})
    assert form.is_valid()
    assert (form.cleaned_data["published"] or None) == wanted, reason


@pytest.mark.parametrize("given", ["31 June 2031", "soon", "June 2031 or July 2031"])
def test_what_is_no_date_is_told(given: str) -> None:
    assert "published" in AboutForm({"published": given}).errors


def test_an_address_that_may_tell_a_name_is_kept_and_not_shown(
    client: Client, editor: User
) -> None:
    stored = published(1)
    sent = about(source_url="https://example.org/reviews/marguerite-ashdown")
    answer = client.post(f"{ONE}about/", sent, follow=True)
    assert "kept, and not shown" in answer.content.decode()
    assert metadata(stored).source_url == sent["source_url"]
    assert "marguerite" not in Client().get(PUBLIC).content.decode()


def test_people_are_called_as_the_review_says(client: Client, editor: User) -> None:
    stored = published(1)
    stored.names.create(words="Rose", is_person=True, role="victim")
    changed = {"ref": "1", "text": "Police should listen to people like Rose.", "addressees": ""}
    client.post(f"{ONE}recommendations/rec-1-1/correct/", changed)
    assert "the person who died" in Recommendation.objects.get(ref="1").text
    client.post(f"{ONE}labels/", {"victim": "the mother of two"})
    assert "the mother of two" in Recommendation.objects.get(ref="1").text
    client.post(f"{ONE}undo/")
    assert "the person who died" in Recommendation.objects.get(ref="1").text


def test_nobody_is_called_by_a_crime_without_a_conviction(client: Client, editor: User) -> None:
    intake(1)
    assert client.post(f"{ONE}labels/", {"perpetrator": "the perpetrator"}).status_code == 422
    sent = {"perpetrator": "the perpetrator", "convicted": ["perpetrator"]}
    assert client.post(f"{ONE}labels/", sent).status_code == 302


def test_a_label_that_names_somebody_is_refused(client: Client, editor: User) -> None:
    intake(1)
    assert client.post(f"{ONE}labels/", {"victim": ROSE}).status_code == 422
    assert not Decision.objects.exists()


def with_pseudonym() -> Intake:
    """Give a public review of which an editor said that Rose is whoever died."""
    stored = published(1)
    stored.names.create(words="Rose", is_person=True, role="victim")
    Decision.objects.create(
        intake=stored,
        record="rec-1-1",
        action="correct",
        value={"text": "Police should listen to people like Rose."},
    )
    publish(stored)
    return stored


def test_a_pseudonym_is_shown_by_a_publishers_reason_alone(client: Client, publisher: User) -> None:
    stored = with_pseudonym()
    assert "Rose" not in Recommendation.objects.get(ref="1").text
    assert client.post(f"{ONE}pseudonym/", {"words": "Rose"}).status_code == 422
    client.post(f"{ONE}pseudonym/", {"words": "Rose", "reason": "her mother, by letter"})
    assert "Rose" in Recommendation.objects.get(ref="1").text
    assert "name that their family chose" in Client().get(PUBLIC).content.decode()
    assert "her mother, by letter" in client.get(f"{ONE}pseudonym/").content.decode()
    assert "by letter" not in Client().get(PUBLIC).content.decode()
    client.post(f"{ONE}pseudonym/", {"answer": "hide"})
    assert "Rose" not in Review.objects.get().record
    assert [one.action for one in stored.decisions.filter(by=publisher)] == ["pseudonym"] * 2


def test_an_editor_does_not_decide_on_a_pseudonym(client: Client, editor: User) -> None:
    stored = with_pseudonym()
    sent = {"words": "Rose", "reason": "asked"}
    assert client.post(f"{ONE}pseudonym/", sent).status_code == 403
    assert "Rose" not in Recommendation.objects.get(ref="1").text
    hidden = stored.decisions.create(action="pseudonym", by=editor, value={"shown": False})
    client.post(f"{ONE}undo/")
    hidden.refresh_from_db()
    assert hidden.undone_at is None


def test_a_role_that_there_is_not_is_told(client: Client, editor: User) -> None:
    stored = intake(1)
    sent = {"words": "Rose", "answer": "person", "role": "gardener"}
    answer = client.post(f"{ONE}name/", sent, follow=True)
    assert "there is no role gardener" in answer.content.decode()
    assert not stored.names.exists()
