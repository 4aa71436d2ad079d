"""A register goes in whole or not at all; what is there already is brought up to date."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError

from learnt.records import case as nouns
from learnt.records.case import Register
from learnt.register.problems import Problem, ReadRegister
from learnt.web.curation.models import SourceFile
from learnt.web.register import importing
from learnt.web.register.exporting import register_of, with_documents
from learnt.web.register.imported import Imported
from learnt.web.register.importing import NotImported, import_register
from learnt.web.register.models import Entry, Incident, Link, Perpetrator, Victim
from tests.web.factories import CSP, intake, person
from tests.web.register.factories import HERE, case

pytestmark = pytest.mark.django_db

EVERY = {""}


def register(number: int = 1, csp: str = CSP, origin: nouns.Origin = "register") -> Register:
    """Give a register of one incident with two victims, a perpetrator and what was asked."""
    key = f"CASE-{number}"
    return Register(
        incidents=(nouns.Incident(id=key, values={"csp": csp, "region": "East"}, origin=origin),),
        victims=tuple(
            nouns.Victim(id=f"V-{number}-{n}", incident=key, values={"age_years": 30 + n})
            for n in (1, 2)
        ),
        perpetrators=(
            nouns.Perpetrator(id=f"P-{number}", incident=key, values={"charged": False}),
        ),
        documents=(nouns.Entry(id=f"D-{number}", values={"incident_id": key, "pages": 30}),),
        recommendations=(nouns.Entry(id=f"R-{number}", values={"document_id": f"D-{number}"}),),
        actions=(nouns.Entry(id=f"A-{number}", values={"recommendation_id": f"R-{number}"}),),
    )


def take(read: Register, **asked: Any) -> Imported:
    return import_register(ReadRegister(register=read), **asked)


def counts() -> list[int]:
    return [model.objects.count() for model in (Incident, Victim, Perpetrator, Entry)]


def changed(read: Register, **values: nouns.Value) -> Register:
    """Give the register with other values of its incident."""
    first = nouns.Incident(id=read.incidents[0].id, values=values)
    return Register(incidents=(first,), victims=read.victims, perpetrators=read.perpetrators)


def test_what_goes_in_comes_out() -> None:
    take(register())
    assert register_of(EVERY) == register()
    assert Incident.objects.get().partnership == HERE
    assert {one.incident.key for one in Entry.objects.all() if one.incident} == {"CASE-1"}
    assert Entry.objects.filter(incident=None).count() == 0


def test_a_second_time_changes_nothing() -> None:
    take(register())
    before = counts(), Incident.history.count(), Victim.history.count()
    told = take(register())
    assert (counts(), Incident.history.count(), Victim.history.count()) == before
    assert not +told.added
    assert not +told.updated
    assert told.unchanged["victims"] == 2


def test_a_changed_row_is_brought_up_to_date_with_its_history() -> None:
    by = person("editor")
    take(register(), by=by)
    told = take(changed(register(), csp=CSP, region="Wales", death_type="suicide"), by=by)
    assert (told.updated["incidents"], told.unchanged["victims"]) == (1, 2)
    one = Incident.objects.get()
    assert one.values == {"csp": CSP, "region": "Wales", "death_type": "suicide"}
    last = one.history.first()
    assert (last.history_user, last.history_change_reason) == (by, importing.REASON)
    assert one.history.last().values["region"] == "East"


def test_an_empty_cell_leaves_what_is_known() -> None:
    take(register())
    take(changed(register(), death_type="homicide"))
    told = Incident.objects.get()
    assert told.values == {"csp": CSP, "region": "East", "death_type": "homicide"}
    assert told.partnership == HERE


def test_a_person_goes_to_the_incident_that_the_file_says() -> None:
    take(register(1))
    take(register(2))
    moved = nouns.Victim(id="V-1-1", incident="CASE-2", values={"age_years": 31})
    told = take(Register(incidents=register(2).incidents, victims=(moved,)))
    assert told.updated["victims"] == 1
    assert Victim.objects.get(key="V-1-1").incident.key == "CASE-2"


def fails_at(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    real: Callable[..., None] = importing._Import._count

    def count(self: Any, name: str, *rest: int) -> None:
        if name == table:
            raise DatabaseError("the disk is full")
        real(self, name, *rest)

    monkeypatch.setattr(importing._Import, "_count", count)


@pytest.mark.parametrize("table", ["incidents", "victims", "perpetrators", "documents", "actions"])
def test_nothing_is_half_imported(monkeypatch: pytest.MonkeyPatch, table: str) -> None:
    take(register(1))
    before = counts(), Incident.history.count(), Victim.history.count()
    fails_at(monkeypatch, table)
    with pytest.raises(DatabaseError):
        take(register(2))
    assert (counts(), Incident.history.count(), Victim.history.count()) == before


def test_two_that_come_at_once_do_not_spoil_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    take(register())
    before = register_of(EVERY)
    monkeypatch.setattr(Incident.objects, "all", Incident.objects.none)
    with pytest.raises(NotImported, match="try again"):
        take(register())
    monkeypatch.undo()
    assert register_of(EVERY) == before


def test_a_file_with_an_error_is_not_taken_in() -> None:
    wrong = Problem(file="victims.csv", row=3, column="age_years", message="no", severity="error")
    with pytest.raises(NotImported, match="row 3"):
        import_register(ReadRegister(register=register(), problems=(wrong,)))
    assert counts() == [0, 0, 0, 0]


def test_a_dry_run_changes_nothing() -> None:
    assert take(register(), dry=True).added["incidents"] == 1
    assert counts() == [0, 0, 0, 0]
    assert Incident.history.count() == 0


OTHERS: list[tuple[str, Register, str]] = [
    ("an incident elsewhere", register(2, "Harrowby CSP"), "a partnership that you may not change"),
    ("an incident in no partnership", register(4, ""), "a partnership that you may not change"),
]


@pytest.mark.parametrize(("what", "given", "why"), OTHERS, ids=[row[0] for row in OTHERS])
def test_nobody_changes_what_others_keep(what: str, given: Register, why: str) -> None:
    case(3, partnership="elsewhere")
    before = register_of(EVERY)
    with pytest.raises(NotImported, match=why):
        take(given, scopes={HERE})
    assert register_of(EVERY) == before


def test_ones_own_goes_in_and_what_names_nobody_goes_where_asked() -> None:
    take(register(1), scopes={HERE})
    take(register(2, ""), scopes={HERE}, partnership=HERE)
    assert set(Incident.objects.values_list("partnership", flat=True)) == {HERE}


def test_the_two_kinds_of_rows_are_not_mixed() -> None:
    take(register(1))
    with pytest.raises(NotImported, match="CASE-1 is in the library from a register of its own"):
        take(register(1, origin="dhrd"))


def test_partnerships_that_are_not_known_are_told() -> None:
    told = take(register(1))
    told_of_none = take(register(2, ""))
    assert dict(told.unmatched) == {CSP: 1}
    assert told_of_none.nowhere == 1
    assert f"1 incident of a partnership that the list does not have: {CSP}" in [*told.lines()]
    known = take(register(3, "Norfolk"))
    assert not known.unmatched
    assert Incident.objects.get(key="CASE-3").partnership


def test_a_row_may_name_its_partnership_by_id() -> None:
    read = register(1, "Somewhere Else")
    take(changed(read, csp="Somewhere Else", partnership=HERE))
    assert Incident.objects.get().partnership == HERE


def test_where_a_row_was_put_is_kept_on_its_way_out_and_in() -> None:
    take(register(2, ""), partnership=HERE)
    out = register_of(EVERY)
    Incident.objects.all().delete()
    take(out)
    assert Incident.objects.get().partnership == HERE
    assert register_of(EVERY) == out


@pytest.mark.parametrize("number", ["9" * 81])
def test_an_id_that_no_column_holds_is_refused(number: str) -> None:
    with pytest.raises(NotImported, match="longer than 80"):
        take(Register(incidents=(nouns.Incident(id=number),)))
    read = register()
    long = nouns.Victim(id=number, incident="CASE-1")
    with pytest.raises(NotImported, match="longer than 80"):
        take(Register(incidents=read.incidents, victims=(long,)))
    assert counts() == [0, 0, 0, 0]


def with_file(number: int, csp: str = CSP) -> SourceFile:
    """Store a review with a document."""
    return SourceFile.objects.create(
        intake=intake(number, csp), sha256=f"{number:064x}", media_type="application/pdf", size=1
    )


def naming(sha256: str) -> Register:
    document = nouns.Entry(id="D-1", values={"incident_id": "CASE-1", "sha256": sha256})
    return Register(incidents=register().incidents, documents=(document,))


def test_a_review_is_linked_by_the_hash_of_its_document() -> None:
    file = with_file(1)
    assert take(naming(file.sha256)).linked == 1
    assert take(naming(file.sha256)).linked == 0
    assert Link.objects.get().intake == file.intake


def test_reviews_of_others_are_not_linked() -> None:
    file = with_file(1, "Another Place Community Safety Partnership")
    assert take(naming(file.sha256), scopes={HERE}).linked == 0
    assert take(naming("f" * 64)).linked == 0
    assert not Link.objects.exists()


def test_links_go_out_and_in_with_the_documents() -> None:
    file = with_file(1)
    take(register())
    Link.objects.create(incident=Incident.objects.get(), intake=file.intake)
    out = with_documents(EVERY)
    assert out.documents
    assert len(out.documents) == 2
    Incident.objects.all().delete()
    assert take(out).linked == 1
    assert with_documents(EVERY) == out
    assert register_of(EVERY) == out


def test_of_many_unknown_partnerships_few_are_named() -> None:
    rows = [nouns.Incident(id=f"C-{n}", values={"csp": f"Place {n:02} CSP"}) for n in range(1, 10)]
    rows += [nouns.Incident(id="C-0", values={"csp": "Place 09 CSP"})]
    told = take(Register(incidents=tuple(rows)))
    (line,) = [line for line in told.lines() if "does not have" in line]
    assert line.startswith("10 incidents of 9 partnerships that the list does not have: Place 01")
    assert line.endswith("Place 09 CSP and 4 more")
    assert [*told.lines(names=None)][-1].endswith("Place 08 CSP, Place 09 CSP")


def dead(key: str, origin: nouns.Origin, csp: str = "Norfolk") -> Register:
    """Give a register of one death in a month, of a woman of a band of age."""
    values: dict[str, nouns.Value] = {"sex_of_victim": "Female", "age_at_death": "25-34"}
    told: dict[str, nouns.Value] = {"csp": csp, "death_date": "2020-03"}
    return Register(
        incidents=(nouns.Incident(id=key, values=told, origin=origin),),
        victims=(nouns.Victim(id=f"V-{key}", incident=key, values=values),),
    )


def test_deaths_that_may_be_the_same_are_told_and_both_stay() -> None:
    take(dead("INC-1", "dhrd"))
    told = take(dead("A-1", "register"))
    assert told.doubles == (("INC-1", "A-1"),)
    assert any("INC-1 and A-1" in line for line in told.lines())
    assert counts()[:2] == [2, 2]
    assert take(dead("A-2", "register", "Suffolk")).doubles == ()


def test_deaths_of_others_are_never_told() -> None:
    take(dead("INC-1", "dhrd"))
    Incident.objects.update(partnership="elsewhere")
    mine = "norfolk-community-safety-partnership"
    assert take(dead("A-1", "register"), scopes={mine}).doubles == ()
