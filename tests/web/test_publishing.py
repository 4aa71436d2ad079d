"""From a stored review to a public page and off it again."""

import pytest
from django.test import Client
from django.utils import timezone

from learnt.export.as_json import encode
from learnt.records import Addressee, Metadata, Recommendation, Review, SourceDocument
from learnt.web.catalogue.models import Review as Shelved
from learnt.web.catalogue.models import Tombstone
from learnt.web.curation.models import Decision, Intake
from learnt.web.curation.publishing import publish, withdraw

pytestmark = pytest.mark.django_db


@pytest.fixture
def intake() -> Intake:
    item = Recommendation(
        id="rec-1",
        ref="1",
        text="Fallowmere Police should train its call handlers.",
        addressees=(Addressee("Fallowmere Police"),),
    )
    document = SourceDocument(
        name="overview.pdf", sha256="ab" * 32, media_type="application/pdf", pages=3, language="en"
    )
    review = Review(
        review=Metadata(
            csp="Fallowmere Community Safety Partnership", year_of_death=2031, kind="dhr"
        ),
        documents=(document,),
        recommendations=(item,),
    )
    return Intake.objects.create(
        key="k1", slug="fallowmere-2031", proposal=encode(review), read_at=timezone.now()
    )


def test_a_stranger_sees_what_was_published_and_nothing_before(
    intake: Intake, client: Client
) -> None:
    assert client.get("/reviews/fallowmere-2031/").status_code == 404
    assert publish(intake).published
    page = client.get("/reviews/fallowmere-2031/")
    assert "train its call handlers" in page.content.decode()


def test_a_withdrawn_review_is_gone(intake: Intake, client: Client) -> None:
    publish(intake)
    withdraw(intake)
    assert client.get("/reviews/fallowmere-2031/").status_code == 410
    assert Tombstone.objects.filter(slug="fallowmere-2031").exists()


def test_a_restriction_blocks(intake: Intake) -> None:
    intake.restricted = True
    outcome = publish(intake)
    assert not outcome.published
    assert not Shelved.objects.exists()


def test_a_decision_is_what_the_public_sees(intake: Intake) -> None:
    Decision.objects.create(
        intake=intake,
        record="rec-1",
        action="correct",
        value={"text": "Police should train staff."},
    )
    publish(intake)
    shelved = Shelved.objects.get().recommendations.get()
    assert shelved.text == "Police should train staff."
    assert shelved.checked == "person"


def test_a_changed_record_is_found_out(intake: Intake) -> None:
    from learnt.errors import BrokenSeal

    publish(intake)
    shelved = Shelved.objects.get()
    shelved.record = shelved.record.replace("call handlers", "call takers")
    with pytest.raises(BrokenSeal):
        shelved.public()
