"""A report is kept until anything it rests on changes, and never given to whom it was not made for."""

from collections.abc import Callable, Iterator
from threading import Thread
from typing import Any

import pytest
from django.test import Client

from learnt.publish.report.composed import Composed
from learnt.records.case import Material
from learnt.records.finding import Analysis
from learnt.reporting.making import Made, Wanted, make_report
from learnt.web.curation.models import Intake, NameDecision
from learnt.web.curation.publishing import publish, withdraw
from learnt.web.insight import making
from learnt.web.insight.keeping import Shelf, shelf
from learnt.web.insight.models import Report
from learnt.web.register.models import Incident, Link, Perpetrator, Victim
from tests.web.factories import intake, person, published
from tests.web.insight.factories import overview
from tests.web.register.factories import HERE, case

NOTHING = Composed(title="", subtitle="", notice="", sections=())
WORDS = "The partnership has trained every housing officer since."


@pytest.fixture(autouse=True)
def empty() -> Iterator[None]:
    shelf.clear()
    yield
    shelf.clear()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Give a list to which every making of a report adds."""
    times: list[bool] = []
    real = make_report

    def count(*given: Any, **asked: Any) -> Made:
        times.append(True)
        return real(*given, **asked)

    monkeypatch.setattr(making, "make_report", count)
    return times


@pytest.fixture
def editor(db: None) -> Client:
    client = Client()
    client.force_login(person("editor", HERE))
    return client


def cases() -> None:
    for number in range(1, 9):
        case(number)


def opened(client: Client, report: Report, use: str = "internal") -> str:
    answer = client.get(f"{report.get_absolute_url()}{use}.json")
    assert answer.status_code == 200
    return answer.content.decode()


def test_opened_again_nothing_is_counted_anew(editor: Client, made: list[bool]) -> None:
    cases()
    report = overview(words={"conclusions": WORDS})
    first = [opened(editor, report, use) for use in ("internal", "public")]
    assert len(made) == 2
    assert [opened(editor, report, use) for use in ("internal", "public")] == first
    editor.get(report.get_absolute_url())
    assert len(made) == 2


def link() -> None:
    Link.objects.create(incident=Incident.objects.all()[0], intake=published(7))


CHANGES: list[tuple[str, Callable[[Report], object]]] = [
    ("a case is added", lambda _: case(20)),
    ("a case is changed past its history", lambda _: Incident.objects.update(values={"csp": "X"})),
    ("a case is removed", lambda _: Incident.objects.all()[0].delete()),
    ("a person is changed", lambda _: Victim.objects.update(values={"sex_of_victim": "Male"})),
    ("a person is removed", lambda _: Perpetrator.objects.all()[0].delete()),
    ("a case moves away", lambda _: Incident.objects.filter(key="CASE-1").update(partnership="x")),
    ("a review is published", lambda _: publish(intake(5))),
    ("a review is withdrawn", lambda _: withdraw(Intake.objects.get())),
    ("a review is linked", lambda _: link()),
    ("other years are asked for", lambda one: Report.objects.update(first=2029)),
    ("other words are written", lambda one: Report.objects.update(words={"conclusions": "No."})),
    ("other sections are wanted", lambda one: Report.objects.update(sections=["brief"])),
    ("other shares are wanted", lambda one: Report.objects.update(denominator="all")),
]


@pytest.mark.parametrize(("what", "change"), CHANGES, ids=[row[0] for row in CHANGES])
def test_nothing_stale_is_shown(
    db: None, monkeypatch: pytest.MonkeyPatch, what: str, change: Callable[[Report], object]
) -> None:
    seen: list[Any] = []

    def note(material: Material, wanted: Wanted, **_: Any) -> Made:
        seen.append((material, wanted))
        return Made(analysis=Analysis(), composed=NOTHING)

    monkeypatch.setattr(making, "make_report", note)
    cases()
    published(6)
    key, reader = overview().pk, person("reader", HERE)
    for number in (1, 1, 2, 2):
        if number == 2 and len(seen) == 2:
            change(Report.objects.get(pk=key))
        for public in (False, True):
            making.make(Report.objects.get(pk=key), reader, public=public)
        assert len(seen) == 2 * number, what
    assert seen[0] != seen[2]


def test_a_withdrawn_review_is_in_no_report(editor: Client) -> None:
    review = published(1)
    report = overview()
    assert of_reviews(editor, report)
    withdraw(review)
    assert not of_reviews(editor, report)


def of_reviews(client: Client, report: Report) -> list[Any]:
    """Give what the public findings say of recommendations."""
    answer = client.get(f"{report.get_absolute_url()}public.json")
    told = answer.json() if answer.status_code == 200 else []
    return [one for one in told if one["table"].startswith("recommendations.") and one["numerator"]]


def test_words_are_looked_at_anew_when_somebody_is_named(editor: Client) -> None:
    review = published(1)
    report = overview(words={"conclusions": "We thank marrowgate for its help."})
    address = f"{report.get_absolute_url()}public.html"
    assert "marrowgate" in editor.get(address).content.decode()
    NameDecision.objects.create(intake=review, words="marrowgate", is_person=True)
    assert "marrowgate" not in editor.get(address).content.decode()


def test_nobody_gets_what_was_made_for_another(made: list[bool], db: None) -> None:
    cases()
    case(20, partnership="elsewhere", csp="Elsewhere")
    report, every = overview(), overview(partnership="")
    clients = {}
    for name, given in {
        "own": ("reader", HERE),
        "other": ("administrator", "elsewhere"),
        "all": ("reader", ""),
    }.items():
        clients[name] = Client()
        clients[name].force_login(person(*given))
    whole = opened(clients["all"], every)
    assert opened(clients["own"], report) != whole
    for name, number in (("own", every), ("other", every), ("other", report)):
        for end in ("internal.json", "public.json", ""):
            answer = clients[name].get(f"{number.get_absolute_url()}{end}")
            assert answer.status_code == 404
    assert Client().get(f"{report.get_absolute_url()}internal.json").status_code in (302, 404)
    public = opened(clients["own"], report, "public")
    assert '"public": true' in public or '"public":true' in public
    assert "CASE-1" not in public


def report_of(name: str) -> Any:
    """Stand for a report that was made."""
    return name


def test_the_shelf_keeps_the_newest_few_by_slot_and_state() -> None:
    few = Shelf(most=2)
    asked: list[str] = []

    def get(slot: str, state: str) -> Any:
        def make() -> Any:
            asked.append(slot)
            return report_of(f"{slot}{state}")

        return few.get(slot, state, make).made

    assert [get("a", "1"), get("a", "1"), get("a", "2"), get("a", "1")] == ["a1", "a1", "a2", "a1"]
    assert asked == ["a", "a", "a"]
    get("b", "1"), get("a", "1"), get("c", "1")
    asked.clear()
    get("a", "1")
    assert asked == []
    get("b", "1")
    assert asked == ["b"]


def test_who_asks_meanwhile_waits_for_the_same_report() -> None:
    whole = Shelf()
    asked: list[bool] = []
    given: list[Any] = []

    def make() -> Any:
        asked.append(True)
        return report_of("it")

    threads = [
        Thread(target=lambda: given.append(whole.get("a", "1", make).made)) for _ in range(8)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert (len(asked), given) == (1, ["it"] * 8)


def test_a_failure_is_not_kept() -> None:
    whole = Shelf()

    def fail() -> Any:
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        whole.get("a", "1", fail)
    assert whole.get("a", "1", lambda: report_of("it")).made == report_of("it")
