"""From the documents of one review to the review: the stages of `extract`, in order."""

from collections.abc import Sequence

import msgspec

from learnt.errors import NothingToExtract
from learnt.extract.action_plan import find_actions
from learnt.extract.assemble import Source, assemble, gaps, in_natural_order, resolved
from learnt.extract.claims import Claim, Doubt
from learnt.extract.lessons import find_lessons
from learnt.extract.memory import Memory
from learnt.extract.metadata import find_metadata
from learnt.extract.outline import build_outline
from learnt.extract.recommendations import find_claims
from learnt.extract.reconcile import Entry, group_by, merge
from learnt.extract.roles import role_of
from learnt.records import (
    Document,
    Metadata,
    Recommendation,
    Review,
    SourceDocument,
    Unplaced,
)
from learnt.records import Warning as Caution
from learnt.words import fold

_ROLE_ORDER = ("overview", "other", "summary", "action-plan", "letter")
_RULE_ORDER = {
    "numbered": 0,
    "bulleted": 0,
    "table": 0,
    "library-line": 0,
    "upright-table": 0,
    "headed": 1,
    "prose": 3,
    "action-plan": 4,
}
_LISTED = (
    "numbered",
    "bulleted",
    "table",
    "upright-table",
    "library-line",
    "headed",
    "action-plan",
)


def extract_review(documents: Sequence[Document]) -> Review:
    """Extract one review from all its documents.

    Gives recommendations, actions, lessons and metadata with their evidence, and beside them what is
    doubtful. A document that was given twice is read once, and two of one name are told apart by a
    number, since evidence names its document. Raises `NothingToExtract` where no document is given.
    """
    if not documents:
        raise NothingToExtract("no document was given: name at least one file")
    alone, again = _each_once(documents)
    ordered = sorted(
        _named_apart(alone), key=lambda d: (_ROLE_ORDER.index(_role(d)), d.language == "cy")
    )
    read = [document for document in ordered if not _is_translation(document, ordered)]
    sources = {document.name: _look_through(document) for document in read}
    entries, demoted = _without_loose_prose(_merged(sources))
    recommendations = assemble(entries, sources, ordered[0].sha256[:10])
    metadata = find_metadata(ordered)
    return Review(
        review=metadata,
        documents=tuple(_source(document) for document in ordered),
        recommendations=tuple(recommendations),
        actions=tuple(find_actions(read, recommendations)[0]),
        lessons=tuple(find_lessons(read, recommendations)),
        unplaced=tuple(_unplaced([*_doubts(sources, entries), *demoted])),
        warnings=(*again, *_warnings(ordered, read, metadata, recommendations)),
    )


def _each_once(documents: Sequence[Document]) -> tuple[list[Document], list[Caution]]:
    """Leave out documents with the bytes of one before, and say so."""
    kept: list[Document] = []
    told: list[Caution] = []
    for document in documents:
        same = (d for d in kept if d.sha256 == document.sha256 and d.blocks == document.blocks)
        first = next(same, None)
        if first is None:
            kept.append(document)
        else:
            message = f"the same file as {first.name}, and read once"
            told.append(Caution(code="duplicate", message=message, document=document.name))
    return kept, told


def _named_apart(documents: Sequence[Document]) -> list[Document]:
    """Give each document a name of its own: the second `report.pdf` is `report (2).pdf`."""
    taken: set[str] = set()
    named: list[Document] = []
    for document in documents:
        name, number = document.name, 2
        stem, dot, suffix = document.name.rpartition(".")
        while name in taken:
            name = f"{stem} ({number}){dot}{suffix}" if stem else f"{suffix} ({number})"
            number += 1
        taken.add(name)
        named.append(msgspec.structs.replace(document, name=name))
    return named


def _role(document: Document) -> str:
    role = role_of(document)
    return role if role in _ROLE_ORDER else "other"


def _source(document: Document) -> SourceDocument:
    return SourceDocument(
        name=document.name,
        sha256=document.sha256,
        media_type=document.media_type,
        pages=document.pages,
        language=document.language,
        role=_role(document),
    )


def _is_translation(document: Document, all_of_them: Sequence[Document]) -> bool:
    """Whether a Welsh document stands beside one in English, which says the same."""
    return document.language == "cy" and any(d.language != "cy" for d in all_of_them)


def _in_one_language(document: Document) -> Document:
    """Give a document in English without its Welsh blocks, so that nothing counts twice."""
    kept = tuple(block for block in document.blocks if block.language != "cy")
    if document.language == "cy" or len(kept) == len(document.blocks):
        return document
    return Document(
        name=document.name, sha256=document.sha256, media_type=document.media_type,
        pages=document.pages, language="en", blocks=kept, furniture=document.furniture,
    )  # fmt: skip


def _look_through(document: Document) -> Source:
    outline = build_outline(_in_one_language(document))
    return Source(outline, find_claims(outline), Memory(outline))


def _merged(sources: dict[str, Source]) -> list[Entry]:
    """Merge the lists of all documents, the most trusted list first."""
    series: list[tuple[tuple[int, int, int], list[Claim]]] = []
    for place, source in enumerate(sources.values()):
        passages = source.outline.passages
        for claims in group_by(resolved(source.findings.claims, source), lambda c: c.series):
            first = min(claims, key=lambda c: c.spots[0])
            outside = passages[first.spots[0][0]].section != "recommendations"
            outside = outside and first.rule in ("headed", "prose")
            rank = (_RULE_ORDER[first.rule] + outside, place, first.spots[0][0])
            series.append((rank, in_natural_order(sorted(claims, key=lambda c: c.spots[0]))))
    series.sort(key=lambda pair: pair[0])
    return merge([claims for _, claims in series])


def _without_loose_prose(entries: list[Entry]) -> tuple[list[Entry], list[Doubt]]:
    """Set aside what the running text recommends and the review's own list does not hold."""
    listed = [e for e in entries if any(c.rule in _LISTED for c in e.claims)]
    if len(listed) < 2:
        return entries, []
    reason = "recommended in the text, but not in the review's list of recommendations"
    loose = [e for e in entries if all(c.rule == "prose" for c in e.claims)]
    return listed, [Doubt(e.first.text, reason, e.first.evidence) for e in loose]


def _doubts(sources: dict[str, Source], entries: Sequence[Entry]) -> list[Doubt]:
    """Give the doubts of all documents, without those whose words an entry holds."""
    held = [fold(entry.first.text) for entry in entries]
    doubts = (doubt for source in sources.values() for doubt in source.findings.doubts)
    return [doubt for doubt in doubts if not any(fold(doubt.text) in text for text in held)]


def _unplaced(doubts: Sequence[Doubt]) -> list[Unplaced]:
    return [
        Unplaced(
            text=doubt.text,
            reason=doubt.reason,
            document=doubt.evidence.document,
            page=doubt.evidence.page,
            evidence=(doubt.evidence,),
        )
        for doubt in doubts
    ]


def _warnings(
    documents: Sequence[Document],
    read: Sequence[Document],
    metadata: Metadata,
    recommendations: Sequence[Recommendation],
) -> list[Caution]:
    """Tell what does not add up: a printed number, a gap in the references, what was not read."""
    told = [
        Caution(code="document", message=message, document=document.name)
        for document in documents
        for message in document.warnings
    ]
    found = len(recommendations)
    if metadata.printed_count is not None and metadata.printed_count != found:
        message = f"the review prints {metadata.printed_count} recommendations, {found} were found"
        evidence = next(iter(metadata.evidence.get("printed_count", ())), None)
        told.append(
            Caution(
                code="count-differs",
                message=message,
                document=evidence.document if evidence else "",
                page=evidence.page if evidence else None,
            )
        )
    missing = gaps(r.ref for r in recommendations)
    if missing:
        numbers = ", ".join(map(str, missing))
        told.append(
            Caution(code="gap", message=f"no recommendation was found for number {numbers}")
        )
    if len(read) < len(documents):
        told.append(Caution(code="translation", message="a Welsh version was not counted again"))
    if not found:
        told.append(Caution(code="none-found", message="no recommendation was found"))
    return told
