"""Ids are a partnership's own: two may both have an I-1, and neither learns of the other's."""

from collections.abc import Callable

import pytest
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.test import Client

from learnt.records import case as nouns
from learnt.records.case import Register
from learnt.web.register.exporting import register_of, with_documents
from learnt.web.register.importing import NotImported
from learnt.web.register.material import material_in, whole_material
from learnt.web.register.models import Entry, Incident, Link, Perpetrator, Victim
from learnt.web.register.naming import bare, names_of
from tests.web.factories import CSP, person, published
from tests.web.register.conftest import at, body, post
from tests.web.register.factories import HERE, case
from tests.web.register.test_importing import changed, counts, register, take, with_file

pytestmark = pytest.mark.django_db
EVERY = {""}
OTHER = "Harrowby CSP"
THERE = "harrowby-csp"
HERE_TOO = "suffolk-community-safety-partnership"


def both() -> Register:
    """Take the same ids in from two partnerships, and give the register of both."""
    take(register(), scopes={HERE})
    take(register(csp=OTHER), scopes={THERE})
    return register_of(EVERY)


NAMED: list[tuple[list[tuple[str, str]], list[str]]] = [
    ([("a", "1"), ("b", "2")], ["1", "2"]),
    ([("a", "1"), ("b", "1"), ("b", "2")], ["a:1", "b:1", "2"]),
    ([("", "1"), ("b", "1")], ["1", "b:1"]),
]


@pytest.mark.parametrize(("rows", "wanted"), NAMED)
def test_ids_that_come_twice_are_told_apart(rows: list[tuple[str, str]], wanted: list[str]) -> None:
    names = names_of(rows)
    assert [names[row] for row in rows] == wanted
    assert [bare(names[place, key], place) for place, key in rows] == [key for _, key in rows]


def test_an_id_of_another_partnership_is_no_prefix() -> None:
    assert bare("a:1", "b") == "a:1"
    assert bare("a:1", "") == "a:1"


def test_two_partnerships_have_the_same_ids_and_learn_nothing() -> None:
    take(register(), scopes={HERE})
    told = take(register(csp=OTHER), scopes={THERE})
    assert not any("another partnership" in line for line in told.lines())
    assert told.added["incidents"] == 1
    assert counts() == [2, 4, 2, 6]
    assert register_of({HERE}) == register()
    assert register_of({THERE}) == register(csp=OTHER)


def test_who_sees_both_is_told_that_they_stay_apart() -> None:
    take(register(), scopes={HERE})
    assert "1 incident with an id that another partnership gave too: they stay apart" in [
        *take(register(csp=OTHER)).lines()
    ]


def test_the_whole_goes_out_and_in_the_same() -> None:
    out = both()
    assert [one.id for one in out.incidents] == [f"{HERE}:CASE-1", f"{THERE}:CASE-1"]
    assert {one.incident for one in out.victims} == {one.id for one in out.incidents}
    documents = {one.id for one in out.documents or ()}
    assert {one.values["document_id"] for one in out.recommendations or ()} == documents
    for again in (False, True):
        if not again:
            Incident.objects.all().delete()
        told = take(out)
        assert bool(+told.added) is not again
        assert register_of(EVERY) == out
    assert register_of({HERE}) == register()
    assert sorted(set(Incident.objects.values_list("key", flat=True))) == ["CASE-1"]


def test_links_of_both_go_out_and_in() -> None:
    file = with_file(1)
    both()
    for one in Incident.objects.all():
        Link.objects.create(incident=one, intake=file.intake)
    out = with_documents(EVERY)
    assert len({one.id for one in out.documents or ()}) == 4
    Incident.objects.all().delete()
    take(out)
    assert with_documents(EVERY) == out


def test_what_is_counted_keeps_both_apart() -> None:
    both()
    review = published(1)
    Link.objects.create(incident=Incident.objects.get(partnership=THERE), intake=review)
    told = whole_material()
    assert len({one.id for one in told.register.incidents}) == 2
    # the other has what came with the register
    assert [one.incident for one in told.reviews or ()] == [f"{THERE}:CASE-1", f"{HERE}:CASE-1"]
    assert len({one.id for one in told.reviews or ()}) == 2
    assert [one.incident for one in material_in({THERE}).reviews or ()] == ["CASE-1"]


def test_a_row_that_names_nobody_is_the_only_one_of_its_id() -> None:
    take(register())
    bare_row = nouns.Incident(id="CASE-1", values={"death_type": "suicide"})
    assert take(Register(incidents=(bare_row,))).updated["incidents"] == 1
    both()
    with pytest.raises(NotImported, match="cases of several have this id"):
        take(Register(incidents=(bare_row,)))
    assert take(Register(incidents=(bare_row,)), scopes={HERE}).unchanged["incidents"] == 1


def test_a_case_that_had_no_partnership_gets_one() -> None:
    take(changed(register(), death_type="homicide"))
    take(register())
    assert [one.partnership for one in Incident.objects.all()] == [HERE]


def test_two_rows_of_a_file_that_mean_one_are_refused() -> None:
    rows = tuple(
        nouns.Incident(id=name, values={"csp": CSP}) for name in ("CASE-1", f"{HERE}:CASE-1")
    )
    with pytest.raises(NotImported, match="two rows have the id CASE-1"):
        take(Register(incidents=rows))


def test_a_release_keeps_its_ids_wherever_its_cases_are_put() -> None:
    release = register(origin="dhrd")
    take(release)
    take(register(csp=OTHER))
    assert sorted(one.id for one in register_of(EVERY).incidents) == sorted(
        [f"{HERE}:CASE-1", f"{THERE}:CASE-1"]
    )
    again = take(register(csp="Elsewhere CSP", origin="dhrd"))
    assert again.updated["incidents"] == 1
    assert {(one.partnership, one.origin) for one in Incident.objects.all()} == {
        ("elsewhere-csp", "dhrd"),
        (THERE, "register"),
    }
    assert take(register(csp="Elsewhere CSP", origin="dhrd")).unchanged["victims"] == 2


def test_what_leads_nowhere_is_for_people_of_all_partnerships() -> None:
    loose = Register(documents=(nouns.Entry(id="D-9", values={"pages": 3}),))
    with pytest.raises(NotImported, match="leads to no incident that you may change"):
        take(loose, scopes={HERE})
    take(loose)
    assert take(loose).unchanged["documents"] == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Entry.objects.create(table="documents", key="D-9", values={})


AGAIN: dict[str, Callable[[Incident], Model]] = {
    "incidents": lambda one: Incident(key=one.key, partnership=one.partnership),
    "victims": lambda one: Victim(key="VICTIM-1", incident=one),
    "perpetrators": lambda one: Perpetrator(key="PERSON-1", incident=one),
}


@pytest.mark.parametrize("table", AGAIN)
def test_the_store_keeps_an_id_once(table: str) -> None:
    again = AGAIN[table](case(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_a_case_that_moves_takes_its_printed_place_and_free_ids(client: Client) -> None:
    take(register(csp="Norfolk"))
    take(register(csp="Suffolk"))
    listed = {str(one.values["csp"]): one.partnership for one in Incident.objects.all()}
    norfolk, suffolk = listed["Norfolk"], listed["Suffolk"]
    one = Incident.objects.get(partnership=norfolk)
    client.force_login(person("editor"))
    assert post(client, at(one, "change/"), place=suffolk).status_code == 302
    one.refresh_from_db()
    assert (one.partnership, one.key) == (suffolk, "CASE-1-2")
    assert (one.values["csp"], one.values["region"]) == ("Suffolk", "East")
    assert [row.key for row in one.victims.all()] == ["V-1-1-2", "V-1-2-2"]
    out = register_of({suffolk})
    assert len({row.id for row in out.victims}) == 4
    moved = {row.id: row.values for row in out.recommendations or ()}
    assert moved["R-1-2"]["document_id"] == "D-1-2"
    Incident.objects.all().delete()
    take(out)
    assert register_of({suffolk}) == out


def test_a_case_that_moved_and_comes_again_by_the_old_file_is_the_same_case(client: Client) -> None:
    take(register(csp="Norfolk"))
    one = Incident.objects.get()
    client.force_login(person("editor"))
    post(client, at(one, "change/"), place=HERE_TOO)
    one.refresh_from_db()
    assert one.partnership == HERE_TOO
    assert one.values["csp"] == "Suffolk"
    take(register(csp="Norfolk"))
    assert [row.values["csp"] for row in Incident.objects.all()] == ["Norfolk"]


@pytest.mark.parametrize(
    ("place", "given", "csp", "region"),
    [
        ("", {}, None, None),
        (HERE_TOO, {}, "Suffolk", "East"),
        (HERE_TOO, {"csp": "Safer Ipswich", "region": "Wales"}, "Safer Ipswich", "Wales"),
    ],
    ids=["to none", "to a listed one", "as somebody typed with it"],
)
def test_what_a_case_prints_follows_it(
    client: Client, place: str, given: dict[str, str], csp: str | None, region: str | None
) -> None:
    take(changed(register(), csp="Leeds", region="Yorkshire and Humber", area="Otley"))
    one = Incident.objects.get()
    client.force_login(person("editor"))
    post(client, at(one, "change/"), place=place, **given)
    one.refresh_from_db()
    assert (one.partnership, one.values.get("csp"), one.values.get("region")) == (
        place,
        csp,
        region,
    )
    assert "area is still Otley" in body(client, at(one))


def test_a_file_that_moves_a_case_leaves_nothing_of_the_old_place() -> None:
    take(register(csp="Leeds", origin="dhrd"))
    assert Incident.objects.get().values["region"] == "East"
    row = nouns.Incident(id="CASE-1", values={"csp": "Suffolk"}, origin="dhrd")
    take(Register(incidents=(row,)))
    one = Incident.objects.get()
    assert (one.partnership, one.values) == (HERE_TOO, {"csp": "Suffolk"})
