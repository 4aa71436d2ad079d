"""What a program may ask: the page of a list, and the filters."""

from ninja import Schema
from pydantic import Field

from learnt.web.catalogue.search.asked import LAST_PAGE, MOST_VALUES

MOST = 100
DEFAULT = 20
Values = list[str]


class Page(Schema):
    """Which page of a list."""

    page: int = Field(1, ge=1, le=LAST_PAGE, description="The page, from 1.")
    per_page: int = Field(DEFAULT, ge=1, le=MOST, description=f"Results a page, up to {MOST}.")


class ReviewsAsked(Page):
    """Which reviews."""

    partnership: str = Field("", description="The id of a partnership.")
    region: str = Field(
        "",
        description="A region, as `region` of a review names it, or in small letters with hyphens.",
    )
    kind: str = Field("", description="`dhr`, `dardr`, `susr` or `other`.")


class AgenciesAsked(Page):
    """Which agencies."""

    type: str = Field("", max_length=60, description="A type, such as `police`.")
    words: str = Field("", max_length=100, description="Words of the name.")


def _values(says: str) -> Values:
    told: Values = Field(default_factory=list, max_length=MOST_VALUES, description=says)
    return told


class SearchAsked(Page):
    """A search; a filter given several times finds what has one of its values."""

    q: str = Field("", description='Words, "phrases" and -exclusions, as on the search page.')
    sort: str = Field("", description="`relevance` or `date`; by date where `q` is empty.")
    theme: Values = _values("Ids of themes: what is to change.")
    subject: Values = _values("Ids of themes: what it is about.")
    agency: Values = _values("Ids of agencies; what was asked of bodies before them counts.")
    type: Values = _values("Types of agencies.")
    partnership: Values = _values("Ids of partnerships.")
    region: Values = _values("Regions, in small letters with hyphens.")
    level: Values = _values("`single-agency`, `multi-agency`, `national`.")
    kind: Values = _values("Kinds of reviews: `dhr`, `dardr`, `susr`, `other`.")
    died: Values = _values("Years of death.")
    published: Values = _values("Years of publication.")
    checked: Values = _values("`machine` or `person`.")
    repeats: Values = _values("`yes`: asked in more than one review.")
