"""What a reader asks of search, as it stands in an address; whatever stands there, it is bounded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal
from urllib.parse import urlencode

from django.http import QueryDict

from learnt.web.catalogue.search.facets import FACETS, NAMES
from learnt.web.catalogue.search.query import LONGEST

Show = Literal["recommendations", "reviews"]
Sort = Literal["relevance", "date"]
PER_PAGE = 20
LAST_PAGE = 500
MOST_VALUES = 20
"""Values of one filter that may be chosen at once."""
LONGEST_VALUE = 160


@dataclass(frozen=True)
class Asked:
    """A search: the words, the filters' chosen values, the order, the page.

    `more` names a filter that is to be shown with all its values.
    """

    q: str = ""
    show: Show = "recommendations"
    chosen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    order: Sort | None = None
    page: int = 1
    more: str = ""

    @property
    def sort(self) -> Sort:
        """The order in use: by relevance where there are words, else the newest first."""
        return self.order or ("relevance" if self.q else "date")

    def address(self, keep_page: bool = False) -> str:
        """Give the parameters, always in the same order; what is as usual is left out."""
        pairs: list[tuple[str, str]] = []
        if self.q:
            pairs.append(("q", self.q))
        if self.show != "recommendations":
            pairs.append(("show", self.show))
        for facet in FACETS:
            pairs += [(facet.name, value) for value in self.chosen.get(facet.name, ())]
        if self.order and self.order != Asked(self.q).sort:
            pairs.append(("sort", self.order))
        if keep_page and self.page > 1:
            pairs.append(("page", str(self.page)))
        if self.more:
            pairs.append(("more", self.more))
        return urlencode(pairs)

    def on_page(self, page: int) -> "Asked":
        """Give the same search on another page."""
        return replace(self, page=page)

    def without(self, facet: str, value: str) -> "Asked":
        """Give the same search with one value less."""
        left = {
            name: tuple(v for v in values if (name, v) != (facet, value))
            for name, values in self.chosen.items()
        }
        return replace(self, chosen={name: v for name, v in left.items() if v}, page=1, more="")


def read(parameters: QueryDict) -> Asked:
    """Give what an address asks; anything odd in it is passed over."""
    order = parameters.get("sort")
    more = parameters.get("more") or ""
    return Asked(
        q=clean(parameters.get("q") or "", LONGEST),
        show="reviews" if parameters.get("show") == "reviews" else "recommendations",
        chosen={
            name: values for name in sorted(NAMES) if (values := _values(parameters.getlist(name)))
        },
        order="date" if order == "date" else "relevance" if order == "relevance" else None,
        page=_page(parameters.get("page") or ""),
        more=more if more in NAMES else "",
    )


def read_pairs(pairs: Iterable[tuple[str, str]]) -> Asked:
    """Give what parameters ask that do not come from an address."""
    return read(QueryDict(urlencode(list(pairs))))


def clean(text: str, longest: int) -> str:
    """Give `text` on one line without control characters, no longer than `longest`."""
    plain = "".join(sign if sign.isprintable() else " " for sign in text[: 4 * longest])
    return " ".join(plain.split())[:longest].strip()


def _values(values: Iterable[str]) -> tuple[str, ...]:
    cleaned = {clean(value, LONGEST_VALUE) for value in list(values)[: 2 * MOST_VALUES]}
    return tuple(sorted(cleaned - {""})[:MOST_VALUES])


def _page(text: str) -> int:
    return (
        min(int(text), LAST_PAGE)
        if text.isascii() and text.isdigit() and 0 < len(text) < 6 and int(text)
        else 1
    )
