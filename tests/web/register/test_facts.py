"""What a report seems to say of a case: proposed, never counted; decided, and kept apart from it."""

from typing import Any

import pytest
from django.db import DatabaseError
from django.test import Client

from learnt.records import CaseFact, CaseFacts, Evidence, FactDoubt
from learnt.records.case import Value
from learnt.web.accounts.models import User
from learnt.web.curation import intake as taking
from learnt.web.curation import merging
from learnt.web.curation.models import Intake
from learnt.web.curation.takedown import remove_words
from learnt.web.register import proposing
from learnt.web.register.material import whole_material
from learnt.web.register.models import FactDecision, FactProposal, Incident, Link, Victim
from tests.web.factories import intake, person, review
from tests.web.register.factories import case

pytestmark = pytest.mark.django_db

PAGE = "/desk/register/reviews/fallowmere-2030-1/"


def fact(table: Any, number: int, variable: str, value: Value, sure: float = 0.9) -> CaseFact:
    words = Evidence("overview-1.pdf", 12, None, f"The report says {value}.", "rule")
    return CaseFact(
        table=table,
        person=number,
        variable=variable,
        value=value,
        evidence=(words,),
        confidence=sure,
        rule="rule",
    )


FOUND = CaseFacts(
    facts=(
        fact("incidents", 0, "death_type", "homicide"),
        fact("incidents", 0, "heard_at_marac", False),
        fact("victims", 1, "age_years", 52),
        fact("victims", 1, "sex_of_victim", "Female"),
        fact("victims", 2, "age_years", 8),
        fact("victims", 1, "parent", True, sure=0.5),
        fact("perpetrators", 1, "relationship_to_victim", "husband"),
    ),
    doubts=(
        FactDoubt(
            table="perpetrators",
            person=1,
            variable="age_years",
            values=(
                fact("perpetrators", 1, "age_years", 50),
                fact("perpetrators", 1, "age_years", 51),
            ),
            reason="the report gives two ages",
        ),
    ),
)


def propose(stored: Intake, found: CaseFacts | None = FOUND) -> None:
    proposing.keep(stored, found, lambda body: body)


def proposal(variable: str, number: int, value: Value | None = None) -> FactProposal:
    rows = FactProposal.objects.filter(variable=variable, person=number)
    return next(one for one in rows if value is None or one.value == value)


@pytest.fixture
def linked(client: Client) -> Incident:
    """A case without people, linked to a review whose report tells of several."""
    one, stored = case(1), intake(1)
    one.victims.all().delete()
    one.perpetrators.all().delete()
    Link.objects.create(incident=one, intake=stored)
    propose(stored)
    client.force_login(person("editor", one.partnership))
    return one


def answer(client: Client, one: FactProposal, said: str = "accept", **more: str) -> int:
    incident = Incident.objects.get()
    told = {f"answer-{one.pk}": said, "case": str(incident.pk)}
    told |= {f"{name}-{one.table}-{one.person}": value for name, value in more.items()}
    return client.post(f"{PAGE}answers/", told).status_code


def test_what_is_proposed_is_shown_with_its_words_and_not_counted(
    client: Client, linked: Incident
) -> None:
    shown = client.get(PAGE).content.decode()
    assert "Age: 52" in shown
    assert "The report says husband." in shown
    assert "page 12" in shown
    assert "the report gives two ages" in shown
    counted = whole_material().register
    assert not counted.victims
    assert counted.incidents[0].values == linked.values
    assert "9 to look at" in client.get("/desk/reviews/fallowmere-2030-1/").content.decode()


def test_an_accepted_value_goes_into_the_register_with_its_history(
    client: Client, linked: Incident
) -> None:
    assert answer(client, proposal("heard_at_marac", 0)) == 302
    linked.refresh_from_db()
    assert linked.values["heard_at_marac"] is False
    last = linked.history.first()
    assert last.history_change_reason == "from fallowmere-2030-1"
    assert last.history_user
    told = FactDecision.objects.get()
    assert (told.accepted, told.target, told.by) == (True, "CASE-1", last.history_user)
    assert "Accepted" in client.get(PAGE).content.decode()


def test_people_of_the_report_become_people_of_the_case_each_once(
    client: Client, linked: Incident
) -> None:
    for variable, number in (("age_years", 1), ("sex_of_victim", 1), ("age_years", 2)):
        answer(
            client,
            next(
                p
                for p in FactProposal.objects.filter(
                    table="victims", variable=variable, person=number
                )
            ),
        )
    assert [one.values for one in linked.victims.all()] == [
        {"age_years": 52, "age_at_death": "45-54", "sex_of_victim": "Female"},
        {"age_years": 8, "age_at_death": "0-15"},
    ]


def test_an_editor_says_who_it_is(client: Client, linked: Incident) -> None:
    first = Victim.objects.create(key="V-1", incident=linked, values={})
    second = Victim.objects.create(key="V-2", incident=linked, values={})
    answer(client, proposal("sex_of_victim", 1), row=str(second.pk))
    second.refresh_from_db()
    assert second.values == {"sex_of_victim": "Female"}
    assert answer(client, proposal("parent", 1), row="99999") == 404
    other = case(2)
    assert answer_for(client, other, proposal("parent", 1)) == 404
    first.refresh_from_db()
    assert first.values == {}


def answer_for(client: Client, incident: Incident, one: FactProposal) -> int:
    told = {f"answer-{one.pk}": "accept", "case": str(incident.pk)}
    return client.post(f"{PAGE}answers/", told).status_code


def test_what_is_not_so_stays_out(client: Client, linked: Incident) -> None:
    answer(client, proposal("heard_at_marac", 0), "no")
    linked.refresh_from_db()
    assert "heard_at_marac" not in linked.values
    assert FactDecision.objects.get().accepted is False
    assert "Not so" in client.get(PAGE).content.decode()


def test_an_age_takes_its_band_with_it(client: Client, linked: Incident) -> None:
    one = Victim.objects.create(
        key="V-1", incident=linked, values={"age_years": 30, "age_at_death": "25-34"}
    )
    answer(client, FactProposal.objects.get(table="victims", person=1, variable="age_years"))
    one.refresh_from_db()
    assert one.values == {"age_years": 52, "age_at_death": "45-54"}


def test_a_value_that_does_not_fit_the_row_is_refused(client: Client, linked: Incident) -> None:
    one = Victim.objects.create(key="V-1", incident=linked, values={"age_at_death": "25-34"})
    answer(client, FactProposal.objects.get(table="victims", person=1, variable="age_years"))
    one.refresh_from_db()
    assert one.values == {"age_at_death": "25-34"}
    assert not FactDecision.objects.exists()


def test_what_is_clear_is_accepted_at_once(client: Client, linked: Incident) -> None:
    told = {"case": str(linked.pk), "clear": "victims-1"}
    assert client.post(f"{PAGE}answers/", told).status_code == 302
    assert linked.victims.get().values == {
        "age_years": 52,
        "age_at_death": "45-54",
        "sex_of_victim": "Female",
    }
    doubted = {"case": str(linked.pk), "clear": "perpetrators-1"}
    client.post(f"{PAGE}answers/", doubted)
    assert linked.perpetrators.get().values == {"relationship_to_victim": "husband"}


def test_decisions_survive_a_rerun_and_proposals_do_not(client: Client, linked: Incident) -> None:
    answer(client, proposal("heard_at_marac", 0))
    answer(client, proposal("death_type", 0), "no")
    propose(Intake.objects.get(), CaseFacts(facts=(*FOUND.facts[:2], FOUND.facts[2])))
    assert FactProposal.objects.count() == 3
    assert FactDecision.objects.count() == 2
    shown = client.get(PAGE).content.decode()
    assert shown.count("Accepted</strong>") == 1
    assert shown.count("Not so</strong>") == 1


def test_a_case_is_made_of_a_review(client: Client) -> None:
    stored = intake(1)
    propose(stored)
    client.force_login(person("editor", stored.partnership))
    assert "not linked to a case yet" in client.get(PAGE).content.decode()
    assert client.post(f"{PAGE}case/").status_code == 302
    made = Incident.objects.get()
    assert (made.partnership, list(made.reviews.all())) == (stored.partnership, [stored])
    assert answer(client, proposal("death_type", 0)) == 302
    made.refresh_from_db()
    assert made.values["death_type"] == "homicide"


def test_a_reader_decides_nothing(client: Client, linked: Incident) -> None:
    client.force_login(person("reader", linked.partnership))
    assert 'value="accept"' not in client.get(PAGE).content.decode()
    assert answer(client, proposal("death_type", 0)) == 403


@pytest.fixture
def editor_elsewhere(client: Client) -> User:
    user = person("editor", "elsewhere")
    client.force_login(user)
    return user


def test_nobody_else_sees_or_decides(
    client: Client, linked: Incident, editor_elsewhere: User
) -> None:
    assert client.get(PAGE).status_code == 404
    assert answer(client, proposal("death_type", 0)) == 404


def test_what_is_in_no_table_or_does_not_fit_is_not_kept() -> None:
    stored = intake(1)
    odd = (fact("victims", 1, "favourite_colour", "red"), fact("victims", 1, "age_years", 140))
    propose(stored, CaseFacts(facts=odd))
    assert not FactProposal.objects.exists()


def stored_with(monkeypatch: pytest.MonkeyPatch, find: Any) -> Intake:
    monkeypatch.setattr(proposing, "find_case_facts", find)
    return taking.store(review(1), [], {}, taking.Taken())


def test_taking_a_review_in_keeps_what_it_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "versions", lambda _: {})
    stored = stored_with(monkeypatch, lambda *_: FOUND)
    assert stored.facts.count() == 9


def fails(*_: object) -> CaseFacts:
    raise ValueError("a rule went wrong")


def test_a_failure_in_the_facts_loses_no_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "versions", lambda _: {})
    stored = stored_with(monkeypatch, fails)
    assert Intake.objects.get() == stored
    assert not stored.facts.exists()


def test_a_failure_in_storing_them_loses_no_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "versions", lambda _: {})

    def full(*_: object, **__: object) -> None:
        raise DatabaseError("full")

    monkeypatch.setattr(FactProposal.objects, "bulk_create", full)
    stored = stored_with(monkeypatch, lambda *_: FOUND)
    assert Intake.objects.get() == stored


def test_what_is_taken_down_leaves_facts_and_cases(client: Client, linked: Incident) -> None:
    stored = Intake.objects.get()
    words = CaseFacts(facts=(fact("victims", 1, "nationality", "Ruritanian"),))
    propose(stored, words)
    answer(client, proposal("nationality", 1))
    assert linked.victims.get().values["nationality"] == "Ruritanian"
    remove_words(stored, "ruritanian", person("publisher"), "asked for")
    kept = [
        *FactProposal.objects.values_list("value", "evidence"),
        *FactDecision.objects.values_list("value"),
        *Victim.objects.values_list("values"),
        *Victim.history.values_list("values"),
    ]
    assert kept
    assert "ruritanian" not in repr(kept).casefold()


def test_a_merged_review_keeps_links_and_decisions(client: Client, linked: Incident) -> None:
    answer(client, proposal("heard_at_marac", 0))
    first, second = Intake.objects.get(), intake(2)
    merging.merge(second, first, person("publisher"))
    assert Link.objects.get().intake == second
    assert FactDecision.objects.get().intake == second


def said(**answers: str) -> dict[str, str]:
    """Give what the page sends: every proposal later, but those of `answers` by variable."""
    rows = FactProposal.objects.filter(person__lt=2)
    told = {f"answer-{one.pk}": "" for one in FactProposal.objects.all()}
    told |= {f"answer-{one.pk}": answers.get(one.variable, "") for one in rows}
    return told | {"case": str(Incident.objects.get().pk)}


def test_many_answers_are_saved_at_once(client: Client, linked: Incident) -> None:
    told = said(heard_at_marac="accept", death_type="no", sex_of_victim="accept")
    reply = client.post(f"{PAGE}answers/", told)
    assert reply["Location"].endswith(f"?case={linked.pk}#victims-1")
    linked.refresh_from_db()
    assert linked.values["heard_at_marac"] is False
    assert linked.victims.get().values == {"sex_of_victim": "Female"}
    assert FactDecision.objects.count() == 3
    shown = client.get(PAGE).content.decode()
    assert "Accepted: 2 values. Kept as not so: 1." in shown
    assert "6 wait for an answer" in shown
    client.post(f"{PAGE}answers/", told)
    assert FactDecision.objects.count() == 3
    assert "Nothing was answered" in client.get(PAGE).content.decode()


def test_an_answer_may_be_taken_back(client: Client, linked: Incident) -> None:
    for answered in ("no", "accept"):
        client.post(f"{PAGE}answers/", said(heard_at_marac=answered))
    linked.refresh_from_db()
    assert linked.values["heard_at_marac"] is False
    assert [one.accepted for one in FactDecision.objects.all()] == [False, True]


def test_what_is_clear_goes_in_with_one_press_and_chosen_answers_stay(
    client: Client, linked: Incident
) -> None:
    client.post(f"{PAGE}answers/", said(sex_of_victim="no") | {"clear": "all"})
    assert linked.victims.all()[0].values == {"age_years": 52, "age_at_death": "45-54"}
    decided = {(one.table, one.variable): one.accepted for one in FactDecision.objects.all()}
    assert decided["victims", "sex_of_victim"] is False
    assert linked.perpetrators.get().values == {"relationship_to_victim": "husband"}
    assert "Look closely" in client.get(PAGE).content.decode()


def test_of_answers_that_do_not_fit_together_those_that_fit_go_in(
    client: Client, linked: Incident
) -> None:
    one = Victim.objects.create(key="V-1", incident=linked, values={"age_at_death": "25-34"})
    client.post(f"{PAGE}answers/", said(age_years="accept", sex_of_victim="accept"))
    one.refresh_from_db()
    assert one.values == {"age_at_death": "25-34", "sex_of_victim": "Female"}
    shown = client.get(PAGE).content.decode()
    assert "Not accepted: " in shown
    assert "Accepted: 1 value." in shown


def test_two_values_of_one_variable_are_not_both_accepted(client: Client, linked: Incident) -> None:
    rows = [*FactProposal.objects.exclude(doubt="")]
    assert len({one.variable for one in rows}) == 1
    told = {f"answer-{one.pk}": "accept" for one in rows} | {"case": str(linked.pk)}
    client.post(f"{PAGE}answers/", told)
    assert not FactDecision.objects.exists()
    assert "choose one of the values" in client.get(PAGE).content.decode()
