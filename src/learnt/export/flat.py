"""Reviews as flat rows for CSV and workbooks: a sheet is a heading and rows of plain values."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from learnt import records
from learnt.export.cells import SEPARATOR, Value
from learnt.export.enriched import further_columns
from learnt.records import Action, Evidence, Lesson, Recommendation, Review, Unplaced


@dataclass(frozen=True, slots=True)
class Sheet:
    """A named table; each column has a name and a width in letters."""

    name: str
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Value, ...], ...]

    @property
    def header(self) -> tuple[str, ...]:
        """The columns' names."""
        return tuple(name for name, _ in self.columns)


def name_of(review: Review) -> str:
    """Give a name for the review that tells it from others: its documents' names."""
    return SEPARATOR.join(document.name for document in review.documents)


def pages_of(evidence: Sequence[Evidence]) -> str:
    """Give the pages as `12, 48`, each with its document where there are several."""
    several = len({item.document for item in evidence}) > 1
    places = [
        f"{item.document} {item.page}" if several else str(item.page)
        for item in evidence
        if item.page
    ]
    return ", ".join(dict.fromkeys(places))


REVIEW: tuple[tuple[str, int], ...] = (
    ("review", 32),
    ("title", 32),
    ("kind", 8),
    ("csp", 24),
    ("published", 12),
    ("year_of_death", 8),
)
RECOMMENDATION: tuple[tuple[str, int], ...] = (
    ("ref", 8),
    ("recommendation", 80),
    ("addressees", 32),
    ("level", 14),
    ("scope", 10),
    ("context", 40),
    ("pages", 10),
    ("confidence", 10),
    ("id", 18),
)


def review_values(review: Review) -> tuple[Value, ...]:
    """Give the columns that tell which review a row is of."""
    told = review.review
    return (name_of(review), told.title, told.kind, told.csp, told.published, told.year_of_death)


def recommendation_values(item: Recommendation) -> tuple[Value, ...]:
    """Give the columns of one recommendation."""
    return (
        item.ref,
        item.text,
        SEPARATOR.join(body.printed for body in item.addressees),
        item.level,
        item.scope,
        item.context,
        pages_of(item.evidence),
        round(item.confidence, 2),
        item.id,
    )


def recommendation_sheet(reviews: Iterable[Review]) -> Sheet:
    """Give one row a recommendation, with the columns of its review and of the steps that were run."""
    given = list(reviews)
    further = further_columns([item for review in given for item in review.recommendations])
    rows = [
        (
            *review_values(review),
            *recommendation_values(item),
            *(one.value(item) for one in further),
        )
        for review in given
        for item in review.recommendations
    ]
    columns = (*REVIEW, *RECOMMENDATION, *((one.name, one.width) for one in further))
    return Sheet("recommendations", columns, tuple(rows))


def review_sheet(reviews: Iterable[Review]) -> Sheet:
    """Give one row a review, with all its metadata and what was found."""
    further = ("death_date", "completed", "chair", "author", "panel", "summary", "source_url")
    counts = ("printed_count", "recommendations", "actions", "lessons", "unplaced", "warnings")
    widths = dict.fromkeys(further, 18) | {"panel": 40, "summary": 60} | dict.fromkeys(counts, 10)
    rows = []
    for review in reviews:
        told = review.review
        rest: list[Value] = [
            SEPARATOR.join(told.panel) if name == "panel" else getattr(told, name)
            for name in further
        ]
        found = [len(getattr(review, name)) for name in counts[1:]]
        rows.append((*review_values(review), *rest, told.printed_count, *found))
    return Sheet("reviews", (*REVIEW, *widths.items()), tuple(rows))


def action_row(item: Action) -> tuple[Value, ...]:
    """Give the columns of one row of an action plan."""
    return (
        item.recommendation,
        item.scope,
        item.action,
        item.lead,
        item.milestones,
        item.target_date,
        item.target_printed,
        item.completed,
        item.completed_printed,
        item.outcome,
        pages_of(item.evidence),
        item.id,
    )


def lesson_row(item: Lesson) -> tuple[Value, ...]:
    """Give the columns of one lesson."""
    linked = SEPARATOR.join(item.recommendations)
    return (item.ref, item.text, linked, pages_of(item.evidence), item.id)


def unplaced_row(item: Unplaced) -> tuple[Value, ...]:
    """Give the columns of one passage that was not taken."""
    return (item.reason, item.text, item.document, item.page)


def warning_row(item: records.Warning) -> tuple[Value, ...]:
    """Give the columns of one warning."""
    return (item.code, item.message, item.document, item.page)


Rower = Callable[..., tuple[Value, ...]]
FURTHER: tuple[tuple[str, tuple[tuple[str, int], ...], Rower], ...] = (
    (
        "actions",
        (
            *(("recommendation_id", 18), ("scope", 10), ("action", 60), ("lead", 28)),
            *(("milestones", 40), ("target_date", 12), ("target_printed", 18), ("completed", 12)),
            *(("completed_printed", 18), ("outcome", 40), ("pages", 10), ("id", 18)),
        ),
        action_row,
    ),
    (
        "lessons",
        (("ref", 8), ("lesson", 80), ("recommendation_ids", 24), ("pages", 10), ("id", 18)),
        lesson_row,
    ),
    ("unplaced", (("reason", 32), ("text", 80), ("document", 28), ("page", 8)), unplaced_row),
    ("warnings", (("code", 22), ("message", 80), ("document", 28), ("page", 8)), warning_row),
)


def sheets_of(reviews: Sequence[Review]) -> list[Sheet]:
    """Give all sheets: reviews, recommendations, actions, lessons, unplaced, warnings."""
    sheets = [review_sheet(reviews), recommendation_sheet(reviews)]
    for name, columns, row_of in FURTHER:
        rows = [
            (name_of(review), *row_of(item)) for review in reviews for item in getattr(review, name)
        ]
        sheets.append(Sheet(name, (("review", 32), *columns), tuple(rows)))
    return sheets
