"""The shapes of the answers, as OpenAPI describes them."""

from ninja import Schema
from pydantic import Field


class About(Schema):
    """What made the data, and its date."""

    library: str
    software: str = Field(description="The version of Learnt that answers.")
    rules: str = Field(description="A mark of the rules in use.")
    codebook: str = Field(description="The version of the codebook of themes.")
    data_of: str = Field(description="When the catalogue last changed (ISO 8601); empty if never.")


class Links(Schema):
    """Addresses of this page of a list and of those beside it."""

    self: str
    next: str | None = None
    prev: str | None = None


class Listed(Schema):
    """A page of a list."""

    about: About
    total: int = Field(description="How many there are on all pages.")
    page: int
    pages: int
    links: Links


class Body(Schema):
    """A body told to act: as printed, and its id in the register where it is known."""

    printed: str
    agency: str
    agency_now: str = Field(description="The id of the body that has its duties today.")
    type: str


class ReviewShort(Schema):
    """A review in a list."""

    slug: str
    title: str
    address: str = Field(description="The page for people.")
    api: str = Field(description="The review with its recommendations.")
    kind: str
    csp: str
    partnership: str
    region: str
    published: str = Field(description="Year or month of publication, if known.")
    year_of_death: int | None
    recommendations: int
    checked: int = Field(description="How many recommendations a person has checked.")
    fictional: bool
    added_at: str
    changed_at: str


class RecommendationOut(Schema):
    """A recommendation."""

    id: str
    review: str = Field(description="The review's slug.")
    review_title: str
    address: str
    ref: str
    title: str
    text: str
    context: str
    addressees: list[Body]
    themes: list[str]
    main_theme: str
    level: str
    scope: str
    page: int | None
    checked: str = Field(description="`machine` or `person`.")
    checked_on: str
    repeat_group: str
    fictional: bool


class ReviewWhole(ReviewShort):
    """A review with all it recommends."""

    summary: str
    source_url: str
    items: list[RecommendationOut]


class ReviewList(Listed):
    """Reviews."""

    results: list[ReviewShort]


class ReviewAnswer(Schema):
    """One review."""

    about: About
    review: ReviewWhole


class RecommendationList(Listed):
    """Recommendations that a search found."""

    loose: bool = Field(description="Whether some hold only some of the words.")
    results: list[RecommendationOut]


class RecommendationAnswer(Schema):
    """One recommendation."""

    about: About
    recommendation: RecommendationOut


class AgencyOut(Schema):
    """A body that was told to act."""

    id: str
    name: str
    type: str
    address: str
    recommendations: int
    reviews: int
    first: int | None = Field(description="The year of the first review that named it.")
    last: int | None


class AgencyList(Listed):
    """Agencies, those asked most often first."""

    results: list[AgencyOut]


class ThemeOut(Schema):
    """A theme of the codebook."""

    id: str
    name: str
    axis: str = Field(description="`change` (what is to be done) or `subject` (what it is about).")
    asks_for: str
    address: str
    recommendations: int


class ThemeList(Schema):
    """All themes."""

    about: About
    total: int
    results: list[ThemeOut]


class PartnershipOut(Schema):
    """A partnership with published reviews."""

    id: str
    name: str
    region: str
    address: str
    reviews: int
    recommendations: int


class PartnershipList(Schema):
    """All partnerships with published reviews."""

    about: About
    total: int
    results: list[PartnershipOut]


class RepeatOut(Schema):
    """Something that several reviews ask."""

    key: str
    address: str
    api: str
    size: int = Field(description="How many recommendations ask it.")
    reviews: int
    first_year: int | None
    last_year: int | None
    words: list[str]


class RepeatList(Listed):
    """What was said again, most often first."""

    results: list[RepeatOut]


class RepeatWhole(RepeatOut):
    """Something that several reviews ask, with the recommendations."""

    items: list[RecommendationOut]


class RepeatAnswer(Schema):
    """One thing that was said again."""

    about: About
    repeat: RepeatWhole


class Problem(Schema):
    """Why there is no answer."""

    detail: str
