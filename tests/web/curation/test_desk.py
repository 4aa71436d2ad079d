"""The desk: deciding, publishing, names that hold a review back, takedown, uploads."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from learnt.enrich import enrich
from learnt.export.as_json import encode
from learnt.web.accounts.models import User
from learnt.web.catalogue.models import Problem, Recommendation, Review, Tombstone
from learnt.web.curation import deciding, uploads
from learnt.web.curation.models import Decision, HeldRead, Intake, Takedown, Upload
from learnt.web.curation.publishing import as_decided, publish
from learnt.web.curation.takedown import cut, cut_again, remove_words
from tests.web.factories import HERE, intake, person, published, review

pytestmark = pytest.mark.django_db

ONE = "/desk/reviews/fallowmere-2030-1/"
ASK = f"{ONE}recommendations/rec-1-1/"


def text_of(stored: Intake, ref: str = "1") -> str:
    laid = as_decided(Intake.objects.get(pk=stored.pk))
    return next(item.text for item in laid.review.recommendations if item.ref == ref)


def test_the_desk_lists_what_is_of_the_persons_partnership(client: Client, editor: User) -> None:
    intake(1)
    intake(2, csp="Another Place Community Safety Partnership")
    shown = client.get("/desk/").content.decode()
    assert "fallowmere-2030-1" in shown
    assert "fallowmere-2030-2" not in shown
    assert client.get("/desk/reviews/fallowmere-2030-2/").status_code == 404


def test_reading_what_is_not_public_is_logged(client: Client, editor: User) -> None:
    intake(1)
    client.get(ONE)
    assert HeldRead.objects.get().by == editor


@pytest.mark.parametrize(
    ("checked", "accepted", "next_one", "reason"),
    [
        ((), "rec-1-2", "rec-1-3", "the one below, though the first is not checked either"),
        (("rec-1-3",), "rec-1-2", "rec-1-1", "none is left below: round again"),
        ((), "rec-1-3", "rec-1-1", "the last leads to the first"),
        (("rec-1-2",), "rec-1-1", "rec-1-3", "what is checked is passed over"),
        (("rec-1-1", "rec-1-2"), "rec-1-3", None, "all are checked: back to the review"),
    ],
)
def test_accepting_leads_on(
    client: Client,
    editor: User,
    checked: tuple[str, ...],
    accepted: str,
    next_one: str | None,
    reason: str,
) -> None:
    stored = intake(1)
    for record in checked:
        deciding.decide(stored, editor, "accept", record)
    told = client.post(f"{ONE}recommendations/{accepted}/accept/")
    there = f"{ONE}recommendations/{next_one}/" if next_one else ONE
    assert told.headers["Location"] == there, reason


def test_a_recommendation_is_accepted_corrected_and_undone(client: Client, editor: User) -> None:
    stored = intake(1)
    assert client.get(ASK).status_code == 200
    assert client.post(f"{ASK}accept/").status_code == 302
    assert as_decided(stored).checked.keys() == {"rec-1-1"}
    changed = {
        "ref": "1",
        "text": "Fallowmere Police should train all staff.",
        "addressees": "Fallowmere Police\nFallowmere County Council",
        "level": "multi-agency",
    }
    assert client.post(f"{ASK}correct/", changed).status_code == 302
    assert text_of(stored) == "Fallowmere Police should train all staff."
    client.post(f"{ONE}undo/")
    assert text_of(stored) == "Fallowmere Police should train its call handlers."
    assert Decision.objects.filter(undone_at__isnull=False).count() == 1


def test_an_empty_correction_is_told(client: Client, editor: User) -> None:
    intake(1)
    answer = client.post(f"{ASK}correct/", {"text": ""})
    assert answer.status_code == 422
    assert "Enter the text of the recommendation" in answer.content.decode()


def test_split_join_drop_add(client: Client, editor: User) -> None:
    stored = intake(1)
    client.post(f"{ASK}split/", {"text": "One should act.\r\n---\r\nTwo should act."})
    refs = [item.id for item in as_decided(stored).review.recommendations]
    assert refs == ["rec-1-1", "rec-1-1-b", "rec-1-2", "rec-1-3"]
    client.post(f"{ASK}join/")
    assert text_of(stored) == "One should act.\nTwo should act."
    client.post(f"{ONE}recommendations/rec-1-2/drop/")
    added = {"ref": "9", "text": "It should be added.", "after": "rec-1-1"}
    client.post(f"{ONE}add/", added)
    refs = [item.ref for item in as_decided(stored).review.recommendations]
    assert refs == ["1", "9", "3"]


def test_themes_of_a_person_replace_those_of_the_program(client: Client, editor: User) -> None:
    stored = intake(1)
    client.post(f"{ASK}themes/", {"themes": ["policy", "risk"], "main": "risk"})
    item = as_decided(stored).review.recommendations[0]
    assert isinstance(item.themes, tuple)
    assert [coding.id for coding in item.themes] == ["policy", "risk"]
    assert item.main_theme == "risk"
    wrong = client.post(f"{ASK}themes/", {"themes": ["policy"], "main": "risk"})
    assert wrong.status_code == 422


def test_a_better_extraction_keeps_every_decision(client: Client, editor: User) -> None:
    stored = intake(1)
    client.post(f"{ASK}correct/", {"ref": "1", "text": "Corrected.", "addressees": ""})
    better = encode(enrich(review(1))).replace("fifty case files", "sixty case files")
    stored.proposal = better
    stored.save()
    assert text_of(stored) == "Corrected."
    assert "sixty case files" in text_of(stored, "3")


def test_a_decision_whose_recommendation_is_gone_is_listed(client: Client, editor: User) -> None:
    stored = intake(1)
    client.post(f"{ASK}accept/")
    raw = json.loads(stored.proposal)
    raw["recommendations"] = raw["recommendations"][1:]
    stored.proposal = json.dumps(raw)
    stored.save()
    assert "found no place" in client.get(ONE).content.decode()


def test_an_editor_cannot_publish(client: Client, editor: User) -> None:
    intake(1)
    assert client.post(f"{ONE}publish/").status_code == 403
    assert client.get(f"{ONE}takedown/").status_code == 403


def test_a_publisher_publishes_withdraws_and_restricts(client: Client, publisher: User) -> None:
    intake(1)
    client.post(f"{ONE}publish/")
    assert Review.objects.count() == 1
    client.post(f"{ONE}withdraw/")
    assert Tombstone.objects.count() == 1
    client.post(f"{ONE}restrict/", {"restricted": "yes", "note": "until the trial"})
    client.post(f"{ONE}publish/")
    assert not Review.objects.exists()
    client.post(f"{ONE}restrict/", {"restricted": "no"})
    client.post(f"{ONE}publish/")
    assert Review.objects.count() == 1


def test_a_correction_of_a_public_review_is_public_at_once(client: Client, editor: User) -> None:
    published(1)
    client.post(f"{ASK}correct/", {"ref": "1", "text": "Corrected now.", "addressees": ""})
    assert Recommendation.objects.get(ref="1").text == "Corrected now."


def held() -> Intake:
    stored = intake(1)
    stored.proposal = stored.proposal.replace(
        "should train its call handlers", "should say sorry to Marguerite Ashdown-Vale"
    )
    stored.memory = ""
    stored.save()
    return stored


def test_no_name_becomes_public(client: Client, publisher: User) -> None:
    stored = held()
    client.post(f"{ONE}publish/")
    for row in Recommendation.objects.all():
        assert "Marguerite" not in row.text
    assert "Marguerite" not in Client().get("/reviews/fallowmere-2030-1/").content.decode()
    assert stored.pk


def test_what_a_person_says_of_words_is_remembered(client: Client, publisher: User) -> None:
    stored = intake(1)
    client.post(f"{ONE}name/", {"words": "Fallowmere", "answer": "no"})
    decided = stored.names.get()
    assert (decided.words, decided.is_person, decided.by) == ("Fallowmere", False, publisher)
    client.post(f"{ONE}name/", {"words": "Fallowmere", "answer": "person"})
    assert stored.names.get().is_person
    client.post(f"{ONE}name/{decided.pk}/forget/")
    assert not stored.names.exists()


CUTS = [
    ("call handlers", "its call handlers.", "its [removed].", "words"),
    ("call handlers", "its CALL\nHandlers.", "its [removed].", "case and line breaks"),
    ("call", "its callers", "its callers", "a part of a word stays"),
    (" ", "its call", "its call", "no words"),
]


@pytest.mark.parametrize(("words", "text", "wanted", "reason"), CUTS)
def test_words_are_cut(words: str, text: str, wanted: str, reason: str) -> None:
    assert cut(text, words)[0] == wanted, reason


def test_a_takedown_leaves_nothing_behind(client: Client, publisher: User) -> None:
    stored = published(1)
    Decision.objects.create(
        intake=stored, record="rec-1-1", action="correct", value={"title": "About call handlers"}
    )
    sent = {"what": "words", "words": "Call handlers", "reason": "asked for by the family"}
    assert client.post(f"{ONE}takedown/", sent).status_code == 302
    kept = Intake.objects.get(pk=stored.pk)
    everything = kept.proposal + kept.memory + json.dumps(list(kept.decisions.values("value")))
    everything += json.dumps(list(Recommendation.objects.values("text", "words", "context")))
    everything += Review.objects.get().record + str(list(kept.history.values()))
    everything += str(list(Takedown.objects.values()))
    assert "call handlers" not in everything.lower()
    done = Takedown.objects.get()
    assert (done.by, done.reason) == (publisher, "asked for by the family")


def test_what_was_taken_down_does_not_come_back(publisher: User) -> None:
    stored = published(1)
    remove_words(stored, "call handlers", publisher, "asked")
    stored.proposal = encode(enrich(review(1))).replace("call handlers", "Call  handlers")
    cut_again(stored)
    assert "handlers" not in stored.proposal


def test_a_whole_review_is_taken_down(client: Client, publisher: User) -> None:
    published(1)
    client.post(f"{ONE}takedown/", {"what": "review", "reason": "asked"})
    assert not Intake.objects.exists()
    assert not Intake.history.exists()
    assert Client().get("/reviews/fallowmere-2030-1/").status_code == 410


def test_takedown_asks_for_the_words(client: Client, publisher: User) -> None:
    intake(1)
    assert client.post(f"{ONE}takedown/", {"what": "words", "reason": "x"}).status_code == 422


REPORT = b"""# Fallowmere Community Safety Partnership

Domestic Homicide Review

## Recommendations

Recommendation 1: Fallowmere Police should review its policy.
"""


def test_an_upload_is_read_and_told(editor: User) -> None:
    file = SimpleUploadedFile("../../report one.md", REPORT)
    upload = uploads.keep([file], editor, HERE)
    assert [path.name for path in Path(upload.folder).iterdir()] == ["001-report one.md"]
    uploads.read(upload.pk)
    upload = Upload.objects.get(pk=upload.pk)
    assert (upload.state, upload.done) == ("done", 1)
    stored = Intake.objects.get()
    assert stored.partnership == HERE
    assert (Path(settings.MEDIA_ROOT) / stored.files.get().path).read_bytes() == REPORT


def test_the_form_takes_files(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "start", lambda upload: None)
    sent = {"partnership": HERE, "reports": [SimpleUploadedFile("a.md", REPORT)]}
    answer = client.post("/desk/upload/", sent, follow=True)
    assert answer.status_code == 200
    assert "0 of 1 file opened," in " ".join(answer.content.decode().split())
    assert client.post("/desk/upload/", {"partnership": HERE}).status_code == 422
    other = sent | {"partnership": "norfolk"}
    assert client.post("/desk/upload/", other).status_code == 422


def test_problems_are_for_editors_of_all(client: Client, editor: User) -> None:
    problem = Problem.objects.create(page="/", what="Wrong.", contact="a@example.org")
    assert client.get("/desk/problems/").status_code == 403
    client.force_login(person("editor"))
    assert "Wrong." in client.get("/desk/problems/").content.decode()
    client.post(f"/desk/problems/{problem.pk}/settle/")
    problem.refresh_from_db()
    assert (problem.what, problem.contact) == ("", "")
    assert problem.settled_at


def test_publishing_again_keeps_the_address() -> None:
    stored = published(1)
    assert publish(stored).published
    assert Review.objects.get().slug == stored.slug
