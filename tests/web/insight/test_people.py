"""The gate for an analyst's words knows the people of every review of the report, or says it does not."""

import time
from typing import Any

import pytest
from django.test import Client

from learnt.deidentify import PublicContext, make_context
from learnt.deidentify.names import NameMemory
from learnt.deidentify.names.record import Known, key_of
from learnt.records import Held, Review
from learnt.reporting.gate import gate_of
from learnt.web.curation.models import Decision, Intake, NameDecision, Takedown
from learnt.web.insight import people
from learnt.web.insight.models import People
from learnt.web.insight.people import Unknown, about, gate_knowing, people_of
from learnt.web.register.models import Link
from tests.web.factories import intake, person
from tests.web.insight.factories import overview
from tests.web.register.factories import HERE, case

NAME = "Quillfeather"
WORDS = {"conclusions": f"All agencies spoke of {NAME.lower()} as they should."}
ELSEWHERE = "Harrowby Community Safety Partnership"


def naming(number: int, name: str = NAME, csp: str = "", **told: Any) -> Intake:
    """Store a review of which somebody decided that words name a person of the case."""
    made = intake(number, csp, **told) if csp else intake(number, **told)
    NameDecision.objects.create(intake=made, words=name, is_person=True)
    return made


def public_words(report: Any) -> bool:
    """Whether the gate lets the name through."""
    return not isinstance(gate_knowing(people_of(report).contexts)(WORDS["conclusions"]), Held)


@pytest.mark.django_db
def test_the_oldest_of_many_reviews_is_known_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people, "MANY", 3)
    naming(1)
    for number in range(2, 9):
        intake(number)
    assert not public_words(overview(words=WORDS))
    assert len(people_of(overview()).contexts) == 8


@pytest.mark.django_db
def test_the_reviews_of_a_report_are_its_own_linked_and_of_nobody() -> None:
    own, linked, other = intake(1), intake(2, ELSEWHERE), intake(3, ELSEWHERE)
    nobodys = intake(4)
    Intake.objects.filter(pk=nobodys.pk).update(partnership="")
    merged = intake(5)
    Intake.objects.filter(pk=merged.pk).update(merged_into=own)
    Link.objects.create(incident=case(1), intake=linked)
    Link.objects.create(incident=case(2), intake=linked)
    told = {one.pk for one in about(overview())}
    assert told == {own.pk, linked.pk, nobodys.pk, merged.pk}
    assert about(overview(partnership="")).count() == 5
    assert other.pk not in told


@pytest.mark.django_db
def test_what_is_known_follows_every_change() -> None:
    report, made = overview(), intake(1)
    marks = [people_of(report).mark]
    assert people_of(report).mark == marks[0]
    NameDecision.objects.create(intake=made, words=NAME, is_person=True)
    marks.append(people_of(report).mark)
    assert not public_words(report)
    NameDecision.objects.filter(intake=made).update(is_person=False)
    marks.append(people_of(report).mark)
    Decision.objects.create(intake=made, action="summary", value={"text": "Nothing."})
    marks.append(people_of(report).mark)
    Intake.objects.filter(pk=made.pk).update(memory="")
    Intake.objects.filter(pk=made.pk).update(proposal=made.proposal.replace("2030", "2031"))
    marks.append(people_of(report).mark)
    intake(2)
    marks.append(people_of(report).mark)
    assert len(set(marks)) == len(marks)


@pytest.mark.django_db
def test_what_was_taken_down_is_forgotten() -> None:
    made = naming(1)
    people_of(overview())
    assert NAME in People.objects.get().context
    Takedown.objects.create(intake=made, reason="asked for")
    assert not People.objects.exists()


@pytest.mark.django_db
def test_without_time_nothing_is_public_and_the_next_one_goes_on(client: Client) -> None:
    for number in range(1, 4):
        naming(number)
    report = overview(words=WORDS)
    with pytest.raises(Unknown, match="3 of 3"):
        people_of(report, patience=-1)
    client.force_login(person("reader", HERE))
    address = report.get_absolute_url()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(people, "PATIENCE", -1)
        for kind in ("html", "pdf", "docx", "json", "zip"):
            answer = client.get(f"{address}public.{kind}")
            assert answer.status_code == 503
            assert "cannot be made public yet" in answer.content.decode()
        assert "not checked yet" in client.get(address).content.decode()
        assert client.get(f"{address}internal.json").status_code == 200
    assert NAME.lower() not in client.get(f"{address}public.html").content.decode()
    assert "not checked yet" not in client.get(address).content.decode()


@pytest.mark.django_db
def test_some_are_found_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 4):
        intake(number)
    clock = iter(range(100))
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    left: list[int] = []
    while len(left) < 4:
        try:
            people_of(overview(), patience=1.5)
        except Unknown as error:
            left.append(error.number)
        else:
            break
    assert left == [2, 1]


def knowing(*names: str) -> PublicContext:
    """Give what the gate knows of a review whose people are called so."""
    known = {key_of(name): Known(name, "name", "remembered") for name in names}
    return PublicContext(memory=NameMemory(known))


TEXTS = [
    "The partnership has trained every housing officer since.",
    "Her sister Janet Ashcombe told the panel.",
    f"They said {NAME} did well, and {NAME.upper()} too.",
    f"They said {NAME.lower()} did well.",
    f"See {NAME.lower()}s and un{NAME.lower()}ed.",
    "The panel met on 14 March 2031 in Larkham, aged 34.",
    "The Hope centre gives hope to all.",
    "Adult A and her mother were known to police.",
    "Quill-Feather and Quill Feather spoke.",
    "Write to j.quillfeather@example.org.",
]
SETS = [
    (),
    (NAME,),
    (f"Marla {NAME}", "Hope"),
    ("Adult A",),
    ("Hope",),
    ("Janet",),
    ("Ashcombe", "Bo"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_looking_where_a_name_may_stand_is_as_good_as_looking_everywhere(text: str) -> None:
    for names in SETS:
        several = [knowing(*names), knowing("Zebediah Yarrowby")]
        everywhere = gate_of([make_context(Review()), *several])(text)
        found = gate_knowing(several)(text)
        assert isinstance(found, Held) == isinstance(everywhere, Held)
        if not isinstance(found, Held):
            assert found == everywhere
