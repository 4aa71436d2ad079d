"""Addresses of searches: bounded, and the same for the same search."""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from learnt.web.catalogue.search.asked import LAST_PAGE, MOST_VALUES, Asked, read, read_pairs
from learnt.web.catalogue.search.query import LONGEST


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("q=police", Asked("police")),
        ("q=+police++training+", Asked("police training")),
        ("q=a%00b", Asked("a b")),  # a control character is a blank
        ("show=reviews", Asked(show="reviews")),
        ("show=secrets", Asked()),  # unknown values are passed over
        ("region=wales&region=london", Asked(chosen={"region": ("london", "wales")})),
        ("colour=red", Asked()),
        ("sort=date&q=x", Asked("x", order="date")),
        ("sort=price", Asked()),
        ("page=3", Asked(page=3)),
        ("page=0", Asked(page=1)),
        ("page=-1", Asked(page=1)),
        ("page=99999", Asked(page=LAST_PAGE)),
        ("page=999999999999999999999", Asked(page=1)),
        ("page=٣", Asked(page=1)),  # a digit of another script is no page
        ("more=agency", Asked(more="agency")),
        ("more=../secret", Asked()),
    ],
)
def test_an_address_is_read(address: str, asked: Asked) -> None:
    assert read(QueryDict(address)) == asked


@pytest.mark.parametrize(
    ("address", "same"),
    [
        ("region=wales&q=police", "q=police&region=wales"),
        ("sort=relevance&q=police", "q=police"),  # what is as usual is left out
        ("sort=date&q=police", "q=police&sort=date"),
        ("sort=date", ""),
        ("page=1", ""),
        ("kind=dhr&kind=dhr&theme=training", "theme=training&kind=dhr"),
    ],
)
def test_an_address_has_one_form(address: str, same: str) -> None:
    assert read(QueryDict(address)).address(keep_page=True) == same


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["q", "page", "sort", "show", "region", "agency", "more"]), st.text()
        )
    )
)
def test_any_address_is_bounded_and_reads_back(pairs: list[tuple[str, str]]) -> None:
    asked = read_pairs([(name, value.encode("utf-8", "replace").decode()) for name, value in pairs])
    assert len(asked.q) <= LONGEST
    assert all(len(values) <= MOST_VALUES for values in asked.chosen.values())
    again = read(QueryDict(asked.address(keep_page=True)))
    assert again.address(keep_page=True) == asked.address(keep_page=True)


def test_a_value_is_taken_away() -> None:
    asked = Asked("police", chosen={"region": ("london", "wales"), "kind": ("dhr",)}, page=4)
    assert (
        asked.without("region", "wales").address(keep_page=True)
        == "q=police&region=london&kind=dhr"
    )
    assert asked.without("kind", "dhr").address() == "q=police&region=london&region=wales"
