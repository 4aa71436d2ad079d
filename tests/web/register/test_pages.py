"""The register's pages: who sees which cases, forms that keep *not recorded* apart from *no*, history."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from learnt.register.schema import schema
from learnt.web.accounts.models import User
from learnt.web.register.groups import groups_of
from learnt.web.register.models import Incident, Link, Perpetrator, Victim
from tests.web.factories import intake, person
from tests.web.register.conftest import HOME, at, body, filled, post
from tests.web.register.factories import HERE, case

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("table", ["incidents", "victims", "perpetrators"])
def test_every_column_has_its_place_in_the_form(table: str) -> None:
    shown = [column.name for _, columns in groups_of(table) for column in columns]
    hidden = {"incident_id", "victim_id", "perpetrator_id", "partnership", "origin"}
    assert len(shown) == len(set(shown))
    assert set(shown) == set(schema().table(table).names) - hidden
    assert "Further" not in dict(groups_of(table))


def test_the_list_holds_the_cases_of_ones_partnerships(client: Client, editor: User) -> None:
    case(1)
    case(2, partnership="elsewhere")
    case(3, partnership="")
    shown = body(client, HOME)
    assert "CASE-1" in shown
    assert "CASE-2" not in shown
    assert "CASE-3" not in shown
    assert client.get(at(Incident.objects.get(key="CASE-2"))).status_code == 404
    assert client.get(at(Incident.objects.get(key="CASE-3"))).status_code == 404


FILTERS: list[tuple[str, set[str]]] = [
    ("", {"CASE-1", "CASE-2", "CASE-3"}),
    ("?year=2030", {"CASE-1", "CASE-3"}),
    ("?year=2031", {"CASE-2"}),
    ("?year=20", {"CASE-1", "CASE-2", "CASE-3"}),
    ("?type=suicide", {"CASE-2"}),
    ("?type=none", {"CASE-3"}),
    ("?type=murder", {"CASE-1", "CASE-2", "CASE-3"}),
    ("?linked=yes", {"CASE-1"}),
    ("?place=unlisted", {"CASE-1", "CASE-2", "CASE-3"}),
    ("?place=none", set()),
    ("?place=elsewhere", {"CASE-1", "CASE-2", "CASE-3"}),
    ("?linked=no", {"CASE-2", "CASE-3"}),
    ("?year=2030&linked=no", {"CASE-3"}),
]


@pytest.mark.parametrize(("asked", "wanted"), FILTERS)
def test_the_list_is_filtered(client: Client, editor: User, asked: str, wanted: set[str]) -> None:
    first, second = intake(1), intake(2)
    one = case(1)
    Link.objects.create(incident=one, intake=first)
    Link.objects.create(incident=one, intake=second)
    case(2, death_date="2031-11-02", death_type="suicide")
    third = case(3)
    del third.values["death_type"]
    third.save()
    page = client.get(f"{HOME}{asked}").context["page"]
    assert [row.key for row in page] == sorted(wanted)


def test_a_case_is_added_changed_and_shown(client: Client, editor: User) -> None:
    answer = post(
        client,
        f"{HOME}add/",
        place=HERE,
        death_date="March 2031",
        death_type="homicide",
        coercive_control="TRUE",
        stalking="FALSE",
    )
    assert answer.status_code == 302
    made = Incident.objects.get()
    assert (made.key, made.partnership, made.origin) == (f"{HERE}-1", HERE, "register")
    assert made.values == {
        "death_date": "2031-03",
        "death_type": "homicide",
        "coercive_control": True,
        "stalking": False,
        "partnership": HERE,
    }
    assert post(client, at(made, "change/"), stalking="", region="East").status_code == 302
    made.refresh_from_db()
    assert "stalking" not in made.values
    assert made.values["coercive_control"] is True
    shown = body(client, at(made))
    assert "Stalking: No → not recorded" in shown
    assert editor.email in shown


def test_nothing_is_no_that_nobody_chose(client: Client, editor: User) -> None:
    post(client, f"{HOME}add/", place=HERE)
    made = Incident.objects.get()
    assert made.values == {"partnership": HERE}
    for table in ("victims", "perpetrators"):
        assert post(client, at(made, f"{table}/add/")).status_code == 302
    assert Victim.objects.get().values == {}
    assert Perpetrator.objects.get().values == {}


def test_a_listed_partnership_gives_its_name_and_region(client: Client) -> None:
    client.force_login(person("editor", "norfolk-community-safety-partnership"))
    place = client.get(f"{HOME}add/").context["form"].fields["place"].choices[0][0]
    client.force_login(person("editor"))
    listed = dict(client.get(f"{HOME}add/").context["form"].fields["place"].choices)
    norfolk = next(one for one, name in listed.items() if name.startswith("Norfolk"))
    post(client, f"{HOME}add/", place=norfolk)
    made = Incident.objects.get()
    assert (made.values["csp"], made.values["region"]) == ("Norfolk", "East")
    assert "partnership" not in made.values
    assert place


def test_people_are_added_several_changed_and_removed(client: Client, editor: User) -> None:
    one = case(1)
    for age in ("33", "44"):
        post(client, at(one, "victims/add/"), age_years=age, sex_of_victim="Male")
    assert [row.values.get("age_years") for row in one.victims.all()] == [41, 33, 44]
    assert [row.key for row in one.victims.all()] == ["VICTIM-1", "CASE-1-V1", "CASE-1-V2"]
    second = one.victims.all()[1]
    assert second.values["age_at_death"] == "25-34"
    post(client, at(one, f"victims/{second.pk}/change/"), age_years="45")
    second.refresh_from_db()
    assert second.values == {"age_years": 45, "age_at_death": "45-54", "sex_of_victim": "Male"}
    gone = at(one, f"victims/{second.pk}/remove/")
    assert client.get(gone).status_code == 200
    assert one.victims.count() == 3
    assert client.post(gone).status_code == 302
    assert one.victims.count() == 2
    assert "removed CASE-1-V1" in body(client, at(one))
    post(client, at(one, "victims/add/"))
    assert [row.key for row in one.victims.all()][-1] == "CASE-1-V3"


WRONG: list[tuple[str, dict[str, str], str, str]] = [
    ("victims", {"age_years": "121"}, "age_years", "not between 0 and 120"),
    ("victims", {"age_years": "forty"}, "age_years", "not a whole number"),
    ("victims", {"age_years": "41", "age_at_death": "25-34"}, "age_years", "not in the band"),
    ("victims", {"tenure": "__other"}, "tenure_other", "Enter the value"),
    ("victims", {"tenure": "owned", "tenure_other": "a boat"}, "tenure_other", "leave this empty"),
    ("perpetrators", {"charged": "FALSE", "court_verdict": "Murder"}, "court_verdict", "charged"),
    ("perpetrators", {"role": "none"}, "role", "Select a valid choice"),
    ("perpetrators", {"minimum_term_years": "-1"}, "minimum_term_years", "not between"),
]


@pytest.mark.parametrize(("table", "given", "field", "message"), WRONG)
def test_what_does_not_fit_is_told_at_its_field(
    client: Client, editor: User, table: str, given: dict[str, str], field: str, message: str
) -> None:
    one = case(1)
    answer = post(client, at(one, f"{table}/add/"), **given)
    assert answer.status_code == 422
    assert message in str(answer.context["form"].errors[field])
    assert "govuk-error-summary" in answer.content.decode()
    assert (one.victims.count(), one.perpetrators.count()) == (1, 1)


OPEN = re.compile(r"<details[^>]*\sopen[^>]*><summary[^>]*><h2[^>]*>([^<]*)</h2>")


def test_a_long_form_opens_where_there_is_something(client: Client, editor: User) -> None:
    one = case(1, heard_at_marac=False)
    assert OPEN.findall(body(client, f"{HOME}add/")) == ["The death"]
    assert OPEN.findall(body(client, at(one, "change/"))) == ["The death", "What was known before"]
    answer = post(client, at(one, "victims/add/"), tenure="owned", tenure_other="a boat")
    shown = answer.content.decode()
    assert OPEN.findall(shown) == ["The person", "Home, family and care"]
    assert "1 to put right" in shown
    assert 'href="#id_tenure_other"' in shown.replace("_error", "")
    assert 'id="id_tenure_other"' in shown


def test_a_closed_part_of_a_form_is_sent_with_it(client: Client, editor: User) -> None:
    shown = client.get(f"{HOME}add/").content.decode()
    names = set(re.findall(r'name="(\w+)"', shown))
    assert set(client.get(f"{HOME}add/").context["form"].fields) <= names


DATES = [("2020", "2020"), ("2020-03", "2020-03"), ("14 March 2020", "2020-03-14"), ("", None)]


@pytest.mark.parametrize(("typed", "kept"), DATES)
def test_dates_may_be_partial(client: Client, editor: User, typed: str, kept: str | None) -> None:
    one = case(1)
    assert post(client, at(one, "change/"), death_date=typed).status_code == 302
    one.refresh_from_db()
    assert one.values.get("death_date") == kept


@pytest.mark.parametrize(
    ("dates", "field"),
    [({"death_date": "2020-13"}, "death_date"), ({"published_on": "2029"}, "death_date")],
)
def test_dates_that_cannot_be_are_refused(
    client: Client, editor: User, dates: dict[str, str], field: str
) -> None:
    one = case(1)
    answer = post(client, at(one, "change/"), **dates)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    before = dict(one.values)
    one.refresh_from_db()
    assert one.values == before


MARKUP = "<script>alert(1)</script>"


@pytest.mark.parametrize("field", ["age_years", "nationality", "tenure_other", "sex_of_victim"])
def test_markup_stays_text(client: Client, editor: User, field: str) -> None:
    one = case(1)
    choice = {"tenure": "__other"} if field == "tenure_other" else {}
    answer = post(client, at(one, "victims/add/"), **{field: MARKUP}, **choice)
    assert MARKUP not in answer.content.decode()
    assert MARKUP not in body(client, at(one))
    last = one.victims.order_by("id")[0 if answer.status_code == 422 else 1]
    assert MARKUP not in body(client, at(one, f"victims/{last.pk}/change/"))


def test_a_value_of_ones_own_is_kept_and_offered_again(client: Client, editor: User) -> None:
    one = case(1)
    post(client, at(one, "change/"), cause_of_death="__other", cause_of_death_other="a fire")
    one.refresh_from_db()
    assert one.values["cause_of_death"] == "a fire"
    assert filled(client, at(one, "change/"))["cause_of_death"] == "a fire"
    assert post(client, at(one, "change/")).status_code == 302
    one.refresh_from_db()
    assert one.values["cause_of_death"] == "a fire"


def test_nobody_overwrites_what_another_wrote(client: Client, editor: User) -> None:
    one = case(1)
    mine = filled(client, at(one, "change/"), region="Wales")
    assert post(client, at(one, "change/"), region="East").status_code == 302
    answer = client.post(at(one, "change/"), mine)
    assert answer.status_code == 422
    assert "Somebody has changed this" in answer.content.decode()
    one.refresh_from_db()
    assert one.values["region"] == "East"


def test_columns_that_no_form_shows_stay(client: Client, editor: User) -> None:
    one = case(1, partnership=HERE)
    one.values |= {"partnership": HERE}
    one.save()
    post(client, at(one, "change/"), region="East")
    one.refresh_from_db()
    assert one.values["csp"]
    assert one.partnership == HERE


def test_a_case_moves_only_to_a_partnership_of_ones_own(client: Client, editor: User) -> None:
    one = case(1)
    assert post(client, at(one, "change/"), place="elsewhere").status_code == 422
    assert post(client, f"{HOME}add/", place="elsewhere").status_code == 422
    one.refresh_from_db()
    assert one.partnership == HERE
    assert Incident.objects.count() == 1


def test_removing_asks_first_and_keeps_the_history(client: Client, editor: User) -> None:
    one = case(1)
    assert "Remove CASE-1?" in body(client, at(one, "remove/"))
    assert Incident.objects.count() == 1
    assert client.post(at(one, "remove/")).status_code == 302
    assert not Incident.objects.exists()
    assert not Victim.objects.exists()
    last = Incident.history.first()
    assert (last.history_type, last.history_user) == ("-", editor)
    assert Victim.history.filter(history_type="-").count() == 1


def test_reading_a_page_changes_nothing(client: Client, editor: User) -> None:
    one = case(1)
    before = Incident.history.count(), Victim.history.count()
    for end in ("", "change/", "remove/", "victims/add/"):
        client.get(at(one, end))
    assert (Incident.history.count(), Victim.history.count()) == before


def test_reviews_are_linked_and_taken_away(client: Client, editor: User) -> None:
    one = case(1)
    intake(1)
    intake(2, csp="Another Place Community Safety Partnership")
    shown = body(client, at(one))
    assert "fallowmere-2030-1" in shown
    assert "fallowmere-2030-2" not in shown
    assert client.post(at(one, "link/"), {"review": "fallowmere-2030-2"}).status_code == 404
    for _ in range(2):
        assert client.post(at(one, "link/"), {"review": "fallowmere-2030-1"}).status_code == 302
    assert Link.objects.get().by == editor
    assert "CASE-1" in body(client, "/desk/reviews/fallowmere-2030-1/")
    client.post(at(one, "unlink/"), {"review": "fallowmere-2030-1"})
    assert not Link.objects.exists()


def test_a_reader_sees_and_does_not_change(client: Client) -> None:
    client.force_login(person("reader", HERE))
    one = case(1)
    shown = body(client, at(one))
    assert "41" in shown
    assert "Change" not in shown
    assert client.post(at(one, "change/"), {}).status_code == 403
    assert client.post(at(one, "remove/")).status_code == 403


def test_the_pages_cost_the_same_for_many_cases(client: Client, editor: User) -> None:
    case(1)
    with CaptureQueriesContext(connection) as few:
        client.get(HOME)
    for number in range(2, 12):
        case(number)
    with CaptureQueriesContext(connection) as many:
        client.get(HOME)
    assert len(many) == len(few)


def test_cases_of_unlisted_partnerships_are_found_by_people_of_all(client: Client) -> None:
    client.force_login(person("reader"))
    case(1)
    case(2, partnership="suffolk-community-safety-partnership")
    case(3, partnership="")
    for asked, wanted in (("unlisted", ["CASE-1"]), ("none", ["CASE-3"])):
        page = client.get(f"{HOME}?place={asked}")
        assert [row.key for row in page.context["page"]] == wanted
    assert "Not in the list of partnerships" in page.content.decode()


def test_deaths_that_may_be_one_are_listed_side_by_side(client: Client, editor: User) -> None:
    case(1)
    case(2)
    case(3, death_date="2030-04")
    case(4, partnership="elsewhere")
    shown = body(client, f"{HOME}doubles/")
    assert "1 pair" in shown
    assert "CASE-1" in shown
    assert "CASE-2" in shown
    assert "CASE-3" not in shown
    assert "CASE-4" not in shown
    assert Incident.objects.count() == 4
