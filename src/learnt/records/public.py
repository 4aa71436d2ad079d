"""What the public may see of a review (`learnt.public/1`), and what is said where it may not.

Only `learnt.deidentify.gate` makes the sealed records here; making one elsewhere raises
`BrokenSeal`. They hold years instead of days, bands instead of ages, roles instead of names, and as
evidence a page and de-identified words. Later versions add fields; none changes its meaning.
"""

from typing import Literal

import msgspec
from msgspec import UNSET, UnsetType

from learnt.records.coding import Smart, ThemeCoding
from learnt.records.review import Addressee, Kind, Level, Scope
from learnt.records.sealing import Sealed

PUBLIC_SCHEMA = "learnt.public/1"

Removed = Literal["person", "code", "date", "age", "contact", "place", "title", "file", "address"]
"""What was taken out: `address` is the address of a web page; a street is a `place`."""


class LedgerEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was taken out: what kind, from where, by which rule; never the words.

    `record` is the id of the recommendation, action or lesson, or empty for the review itself;
    `offset` counts characters of the field as it was extracted.
    """

    kind: Removed
    record: str
    field: str
    offset: int
    rule: str


class Reason(msgspec.Struct, frozen=True, kw_only=True):
    """Why a record is held: where a person must look, and which rule asks for it. Holds no names."""

    record: str
    field: str
    offset: int
    rule: str
    message: str


class Suspect(msgspec.Struct, frozen=True, kw_only=True):
    """The words behind a reason, in the text that was about to become public. For signed-in eyes only."""

    record: str
    field: str
    start: int
    end: int
    words: str
    rule: str


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """A review or text that is not public until a person has decided; `suspects` is not for the public."""

    reasons: tuple[Reason, ...]
    suspects: tuple[Suspect, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()


class Permission(msgspec.Struct, frozen=True, kw_only=True):
    """A publisher's recorded decision to show the pseudonym that the family chose.

    `when` is an ISO date. `pseudonyms` are the words to be shown; empty: those of the person who died
    in the report's own table of pseudonyms.
    """

    reason: str
    by: str
    when: str
    pseudonyms: tuple[str, ...] = ()


class Remembered(msgspec.Struct, frozen=True, kw_only=True):
    """What a person decided about words: that they name a person of the case (in a role), or do not."""

    words: str
    is_person: bool
    role: str = ""


class PublicEvidence(msgspec.Struct, frozen=True):
    """Where a value stands: document, page and de-identified words; neither box nor original quotation."""

    document: str
    page: int | None = None
    words: str = ""


class PublicDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document of the review under a name that only tells its part (`overview.pdf`)."""

    name: str
    sha256: str
    media_type: str
    pages: int
    language: str
    role: str = ""


class PublicMetadata(msgspec.Struct, frozen=True, kw_only=True):
    """What a review says of itself, for the public: years of the death, months of the paper.

    `title` and `summary_by` tell what Learnt wrote itself: the title always; the summary where the
    review printed none (`composed`) and no editor wrote one. Chair and author are public, and not
    needed in search results.
    """

    title: str
    kind: Kind | None = None
    csp: str | None = None
    published: str | None = None
    completed: str | None = None
    year_of_death: int | None = None
    chair: str | None = None
    author: str | None = None
    panel: tuple[str, ...] = ()
    summary: str = ""
    summary_by: Literal["printed", "composed", "editor"] = "composed"
    source_url: str | None = None
    printed_count: int | None = None
    pseudonym_shown: bool = False


class PublicRecommendation(Sealed, frozen=True, kw_only=True):
    """What the review asks for, with the people of the case by their roles."""

    id: str
    ref: str
    text: str
    addressees: tuple[Addressee, ...] = ()
    level: Level | None = None
    scope: Scope | None = None
    context: str | None = None
    title: str | None = None
    evidence: tuple[PublicEvidence, ...] = ()
    confidence: float = 0.0
    themes: tuple[ThemeCoding, ...] | UnsetType = UNSET
    main_theme: str | UnsetType | None = UNSET
    smart: Smart | UnsetType = UNSET


class PublicAction(Sealed, frozen=True, kw_only=True):
    """A row of the action plan; dates to the month."""

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
    evidence: tuple[PublicEvidence, ...] = ()


class PublicLesson(Sealed, frozen=True, kw_only=True):
    """A lesson or finding, with the ids of the recommendations that follow from it."""

    id: str
    ref: str
    text: str
    recommendations: tuple[str, ...] = ()
    evidence: tuple[PublicEvidence, ...] = ()


class PublicText(Sealed, frozen=True, kw_only=True):
    """A single text that passed the gate: a corrected text, a summary, an alias, a title, an address."""

    text: str
    field: str
    ledger: tuple[LedgerEntry, ...] = ()


class PublicReview(Sealed, frozen=True, kw_only=True):
    """Everything of one review that the public may see (`learnt.public/1`)."""

    schema: str = PUBLIC_SCHEMA
    review: PublicMetadata
    documents: tuple[PublicDocument, ...] = ()
    recommendations: tuple[PublicRecommendation, ...] = ()
    actions: tuple[PublicAction, ...] = ()
    lessons: tuple[PublicLesson, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
