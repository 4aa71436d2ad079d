"""What a review says of itself: one module a field or family of fields."""

from collections.abc import Sequence
from typing import Any

from learnt.extract.metadata.count import find_count
from learnt.extract.metadata.death import find_death, find_year
from learnt.extract.metadata.found import Value
from learnt.extract.metadata.kind import find_kind
from learnt.extract.metadata.lines import Line, Pair, lines_of, pairs_of
from learnt.extract.metadata.page import find_source, find_summary
from learnt.extract.metadata.panel import find_panel
from learnt.extract.metadata.partnership import find_partnership
from learnt.extract.metadata.people import find_person
from learnt.extract.metadata.title import find_title
from learnt.extract.metadata.when import find_completed, find_published
from learnt.records import Document, Evidence, Metadata

__all__ = ["find_metadata"]


def find_metadata(documents: Sequence[Document]) -> Metadata:
    """Give the metadata of the review that `documents` make up, each field with its evidence.

    The first document (the overview) goes before the others; what none prints is null or empty.
    """
    lines = [line for document in documents for line in lines_of(document)]
    pairs = [pair for d in documents for pair in pairs_of(d, [x for x in lines if x.document is d])]
    found = _fields(documents, lines, pairs)
    evidence: dict[str, tuple[Evidence, ...]] = {
        name: (value.evidence,) for name, value in found.items() if value is not None
    }
    values = {name: value.value for name, value in found.items() if value is not None}
    return Metadata(**values, evidence=evidence)


def _fields(
    documents: Sequence[Document], lines: Sequence[Line], pairs: Sequence[Pair]
) -> dict[str, Value[Any] | None]:
    death, kind = find_death(lines, pairs), find_kind(lines)
    is_review = kind is not None and kind.value != "other"
    return {
        "title": find_title(documents, lines, pairs),
        "kind": kind,
        "csp": find_partnership(lines, pairs, is_review),
        "published": find_published(lines, pairs),
        "completed": find_completed(lines, pairs),
        "death_date": death,
        "year_of_death": find_year(pairs, death),
        "chair": find_person("chair", lines, pairs),
        "author": find_person("author", lines, pairs),
        "panel": find_panel(documents),
        "summary": find_summary(lines),
        "source_url": find_source(documents, lines),
        "printed_count": find_count(lines, pairs),
    }
