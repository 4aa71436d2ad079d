from msgspec.structs import replace

from learnt.link import make_entries
from learnt.records import Addressee
from tests.link.factories import entry, review

SIX = [f"That the {thing} is mended." for thing in ("gate", "roof", "pump", "lift", "sign", "path")]


def test_an_entry_knows_its_review() -> None:
    one, *_ = make_entries([review("That gates are mended.")])
    assert (one.ref, one.area, one.year, one.review) == ("1", "Marrowdale", 2021, "report.pdf")


def test_summary_and_overview_read_apart_are_one_review() -> None:
    entries = make_entries([review(*SIX), review(*SIX[:4], "That x.", document="summary.pdf")])
    assert len({one.review for one in entries}) == 1
    assert len(entries) == 7  # the four that are equal word for word count once


def test_a_few_stock_sentences_do_not_make_two_reviews_one() -> None:
    other = review(*SIX[:2], "That a.", "That b.", "That c.", document="other.pdf")
    assert len({one.review for one in make_entries([review(*SIX), other])}) == 2


def test_the_same_document_twice_is_one_review() -> None:
    entries = make_entries([review("That a gate is mended."), review("That a gate is mended.")])
    assert len(entries) == 1


def test_the_body_that_acts_today_comes_first() -> None:
    then = Addressee(printed="Old Trust", agency="old", type="probation", agency_now="new")
    unresolved = Addressee(printed="A body", agency=None, type=None, agency_now=None)
    one = entry("x")
    assert (one.bodies, one.types) == (frozenset(), frozenset())
    one = replace(one, addressees=(then, unresolved))
    assert one.bodies == frozenset({"new"})
    assert one.types == frozenset({"probation"})
