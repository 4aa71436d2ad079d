"""Words that hold a review back are shown where they stand."""

import msgspec
import pytest
from django.test import Client

from learnt.records import Held, Review
from learnt.records.public import Reason, Suspect
from learnt.web.accounts.models import User
from learnt.web.curation import publishing
from learnt.web.curation.held import AROUND, MOST, suspected
from learnt.web.curation.models import Intake
from learnt.web.curation.publishing import as_decided, try_gate
from tests.web.factories import intake, review

ONE = "/desk/reviews/fallowmere-2030-1/"


def held_for(words: str) -> Held:
    one = Suspect(record="rec-1-1", field="text", start=0, end=1, words=words, rule="a")
    why = Reason(record="rec-1-1", field="text", offset=0, rule="a", message="may be a name")
    return Held(reasons=(why,), suspects=(one, one))


def saying(text: str) -> Review:
    """Give a review of one recommendation, which says `text`."""
    told = review()
    item = msgspec.structs.replace(told.recommendations[0], text=text)
    return msgspec.structs.replace(told, recommendations=(item,))


@pytest.mark.parametrize(
    ("words", "refs", "reason"),
    [
        ("audit", ["3"], "stands in one recommendation"),
        ("AUDIT", ["3"], "printed otherwise"),
        ("Police", ["1", "1", "3"], "in a text, and among whom it is addressed to"),
        ("audi", [], "no part of a word"),
        ("f.fty", [], "no pattern"),
    ],
)
def test_where_words_stand(words: str, refs: list[str], reason: str) -> None:
    (one,) = suspected(held_for(words), review())
    assert [place.ref for place in one.places] == refs[:MOST], reason


def test_long_texts_are_cut_between_words() -> None:
    text = f"{'before ' * 40}Anna Example{' after' * 40}"
    (place,) = suspected(held_for("Anna Example"), saying(text))[0].places
    assert place.before.startswith("… before")
    assert place.after.endswith("after …")
    assert max(len(place.before), len(place.after)) <= AROUND + 2


@pytest.mark.django_db
def test_what_may_be_public_has_no_suspects() -> None:
    result, laid = try_gate(intake(1))
    assert suspected(result, laid.review) == []


@pytest.mark.django_db
def test_the_page_shows_the_words_in_their_place(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid = as_decided(intake(1))
    monkeypatch.setattr(publishing, "try_gate", lambda _: (held_for("call handlers"), laid))
    shown = " ".join(client.get(ONE).content.decode().split())
    assert 'its <mark class="learnt-mark">call handlers</mark>. <a' in shown
    assert f'href="{ONE}recommendations/rec-1-1/">Recommendation 1<' in shown
    assert "may be a name: Text of recommendation 1 (a)" in shown


@pytest.mark.django_db
def test_the_desk_tells_what_is_to_be_checked(client: Client, editor: User) -> None:
    intake(1)
    assert "3 of 3" in client.get("/desk/").content.decode()
    client.post(f"{ONE}recommendations/rec-1-1/accept/")
    assert "2 of 3" in client.get("/desk/").content.decode()


@pytest.mark.parametrize(
    ("slug", "partnership", "called"),
    [
        (
            "norfolk-community-safety-partnership-2017-62807b",
            "norfolk-community-safety-partnership",
            "Norfolk County Community Safety Partnership, 2017 (62807b)",
        ),
        ("safer-larkhaven-6251c6", "safer-larkhaven", "Safer Larkhaven (6251c6)"),
        ("review-a0503b", "", "Partnership not told (a0503b)"),
        ("of-an-older-form", "", "of-an-older-form"),
    ],
)
def test_what_a_review_is_called(slug: str, partnership: str, called: str) -> None:
    assert Intake(slug=slug, partnership=partnership).called == called
