from msgspec import UNSET
from msgspec.structs import replace

from learnt.link import make_entries
from learnt.records import Addressee
from tests.link.factories import review

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


def test_addressees_are_resolved_in_their_review() -> None:
    body = Addressee(printed="NHS England")
    given = review("That gates are mended.")
    told = replace(given.recommendations[0], addressees=(body,))
    (one,) = make_entries([replace(given, recommendations=(told,))])
    assert one.addressees[0].printed == "NHS England"
    assert one.addressees[0].agency is not UNSET


def test_what_was_resolved_before_stays() -> None:
    body = Addressee(printed="Old Trust", agency="old", type="probation", agency_now="new")
    given = review("That gates are mended.")
    told = replace(given.recommendations[0], addressees=(body,))
    (one,) = make_entries([replace(given, recommendations=(told,))])
    assert one.addressees == (body,)
