"""What `extract` gives, in the published form `learnt.review/1`, and what later steps add to it.

Later versions add fields; none changes its meaning. A field of a step that was not run is left out
of the JSON, so that "not looked for" is never read as "not found".
"""

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from learnt.records.coding import Smart, ThemeCoding
from learnt.records.document import Box

SCHEMA = "learnt.review/1"

Kind = Literal["dhr", "dardr", "susr", "other"]
Level = Literal["single-agency", "multi-agency", "national"]
Scope = Literal["local", "regional", "national"]


class Evidence(msgspec.Struct, frozen=True):
    """Where a value stands: document, page, box, the words as printed, and the rule that took it."""

    document: str
    page: int | None = None
    box: Box | None = None
    quote: str = ""
    rule: str = ""


class Addressee(msgspec.Struct, frozen=True):
    """A body that is told to act, by the name that is printed."""

    printed: str
    agency: str | UnsetType | None = UNSET
    """The id of the body in the register; null where it cannot be told who is meant."""
    type: str | UnsetType | None = UNSET
    agency_now: str | UnsetType | None = UNSET
    """The id of the body that has its duties today; the same where it lives on."""


class Metadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a review says of itself; a field that it does not print is null or empty."""

    title: str | None = None
    kind: Kind | None = None
    csp: str | None = None
    published: str | None = None
    completed: str | None = None
    death_date: str | None = None
    year_of_death: int | None = None
    chair: str | None = None
    author: str | None = None
    panel: tuple[str, ...] = ()
    summary: str | None = None
    source_url: str | None = None
    printed_count: int | None = None
    evidence: dict[str, tuple[Evidence, ...]] = msgspec.field(default_factory=dict)


class SourceDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the review; `role` tells what part of the review it is."""

    name: str
    sha256: str
    media_type: str
    pages: int
    language: str
    role: str = ""


class Recommendation(msgspec.Struct, frozen=True, kw_only=True):
    """What the review asks for, as printed. `ref` is the printed reference or empty."""

    id: str
    ref: str
    text: str
    addressees: tuple[Addressee, ...] = ()
    level: Level | None = None
    scope: Scope | None = None
    context: str | None = None
    title: str | None = None
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0
    themes: tuple[ThemeCoding, ...] | UnsetType = UNSET
    main_theme: str | UnsetType | None = UNSET
    smart: Smart | UnsetType = UNSET


class Action(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the action plan; `recommendation` is the id of what it enacts, where found."""

    id: str
    recommendation: str | None = None
    scope: Scope | None = None
    action: str = ""
    lead: str = ""
    milestones: str = ""
    target_date: str | None = None
    target_printed: str = ""
    completed: str | None = None
    completed_printed: str = ""
    outcome: str = ""
    evidence: tuple[Evidence, ...] = ()


class Lesson(msgspec.Struct, frozen=True, kw_only=True):
    """A lesson or finding, with the ids of the recommendations that follow from it."""

    id: str
    ref: str
    text: str
    recommendations: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Unplaced(msgspec.Struct, frozen=True, kw_only=True):
    """A passage that looked like a recommendation and was not taken, or is doubtful; and why."""

    text: str
    reason: str
    document: str
    page: int | None = None
    evidence: tuple[Evidence, ...] = ()


class Warning(msgspec.Struct, frozen=True, kw_only=True):  # noqa: A001
    """A doubt about the whole: a printed number that differs, a reference printed twice."""

    code: str
    message: str
    document: str = ""
    page: int | None = None


class Review(msgspec.Struct, frozen=True, kw_only=True):
    """Everything extracted from the documents of one review (`learnt.review/1`)."""

    schema: str = SCHEMA
    review: Metadata = Metadata()
    documents: tuple[SourceDocument, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    actions: tuple[Action, ...] = ()
    lessons: tuple[Lesson, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    warnings: tuple[Warning, ...] = ()
