"""The gate: the only maker of what the public may see. It seals what has passed, and checks seals.

A review is said anew text by text (`rewrite`), then everything that was made is looked at again
(`rescan`), whatever field it stands in. What may still hold a name is `Held` for a person. Every later
text for the public passes `publish_text`, by the same checks.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import UNSET

from learnt.agencies import is_body
from learnt.deidentify.bodies import plain_partnership
from learnt.deidentify.context import PublicContext, make_context
from learnt.deidentify.draft import Draft, make_reason
from learnt.deidentify.labels import RoleLabels
from learnt.deidentify.summary import compose_summary
from learnt.deidentify.titles import is_plain_path, public_address, public_names, public_title
from learnt.errors import BrokenSeal
from learnt.records.coding import Criterion, Smart, ThemeCoding
from learnt.records.document import Document
from learnt.records.public import (
    Held,
    Permission,
    PublicAction,
    PublicDocument,
    PublicEvidence,
    PublicLesson,
    PublicMetadata,
    PublicRecommendation,
    PublicReview,
    PublicText,
    Remembered,
)
from learnt.records.review import (
    Action,
    Addressee,
    Lesson,
    Recommendation,
    Review,
    SourceDocument,
)
from learnt.records.sealing import Sealed, seal_of

S = TypeVar("S", bound=Sealed)
ADDRESSES = frozenset({"address", "source_url"})
"""Fields of `publish_text` that hold the address of a page."""
FILES = frozenset({"file", "slug"})
"""Fields of `publish_text` that hold a file's name or the last part of an address."""


def deidentify(
    review: Review,
    documents: Sequence[Document] = (),
    *,
    labels: RoleLabels | Mapping[str, str] | None = None,
    remembered: Iterable[Remembered] = (),
    show_pseudonym: Permission | None = None,
) -> PublicReview | Held:
    """Give what the public may see of `review`, or `Held` where a name may remain.

    `documents` are those that it was extracted from: they tell who its people are. `labels` sets how
    people are called in this review, by role; `remembered` holds what persons decided about words;
    `show_pseudonym` lets the pseudonym stand that the family chose. Raises `BadLabel`.
    """
    context = make_context(
        review, documents, labels=labels, remembered=remembered, show_pseudonym=show_pseudonym
    )
    return publish_review(review, context)


def publish_review(
    review: Review, context: PublicContext, *, summary: str = ""
) -> PublicReview | Held:
    """Give what the public may see of `review`, by what `context` knows of its people.

    `summary` is an editor's, in place of the one that the review prints or that is composed.
    """
    draft = Draft(context)
    names = public_names(review.documents)
    csp = _partnership(review.review.csp, draft)
    asks = tuple(_recommendation(one, draft, names) for one in review.recommendations)
    content: dict[str, Any] = {
        "review": _metadata(review, draft, csp, asks, summary),
        "documents": tuple(_document(one, draft, names) for one in review.documents),
        "recommendations": asks,
        "actions": tuple(_action(one, draft, names) for one in review.actions),
        "lessons": tuple(_lesson(one, draft, names) for one in review.lessons),
    }
    reasons, suspects = draft.look_again(content)
    ledger = tuple(draft.ledger)
    if reasons:
        return Held(reasons=tuple(reasons), suspects=tuple(suspects), ledger=ledger)
    return _seal(PublicReview, content | {"ledger": ledger})


def publish_text(
    text: str, context: PublicContext, *, field: str = "text", record: str = ""
) -> PublicText | Held:
    """Give a later text for the public (a corrected one, a summary, an alias, a title), or `Held`.

    It is said anew and looked at as a review is. The address of a page (`field` "address") and a
    file's name ("file", "slug") cannot be changed: they are held unless no word can be a name.
    """
    draft = Draft(context)
    if field in ADDRESSES | FILES:
        address = public_address(text, context.safe) is not None
        plain = address if field in ADDRESSES else is_plain_path(text, context.safe)
        plain = plain and not draft.rescan.hides_a_name(text)
        if not plain:
            return Held(reasons=(make_reason(record, field, 0, "address"),))
        return _seal(PublicText, {"text": text, "field": field, "ledger": ()})
    said = draft.say(text, record, field)
    doubts = list(draft.look_at(said, record, field))
    ledger = tuple(draft.ledger)
    if doubts:
        reasons, suspects = zip(*doubts, strict=True)
        return Held(reasons=reasons, suspects=suspects, ledger=ledger)
    return _seal(PublicText, {"text": said, "field": field, "ledger": ledger})


def verify(record: S) -> S:
    """Give a public record back if its seal fits; raises `BrokenSeal` if not."""
    if not record.is_whole():
        raise BrokenSeal(type(record).__name__)
    return record


def load_public(text: str | bytes, kind: type[S] | None = None) -> S | PublicReview:
    """Give the public record in JSON `text`: a `PublicReview` unless another `kind` is asked for.

    Raises `BrokenSeal` where its seal, or one inside it, does not fit, and `ValueError` where it is no
    such record.
    """
    wanted: Any = kind or PublicReview
    try:
        record: S | PublicReview = msgspec.json.decode(text, type=wanted)
    except msgspec.ValidationError as error:
        if isinstance(error.__cause__, BrokenSeal):
            raise error.__cause__ from None
        raise ValueError(f"no public record: {error}") from error
    except msgspec.DecodeError as error:
        raise ValueError(f"not JSON: {error}") from error
    return record


def _seal(kind: type[S], content: dict[str, Any]) -> S:
    """Make a sealed record; fields that are not given have their defaults."""
    whole = _defaults(kind) | content
    return kind(**whole, seal=seal_of(kind.__name__, whole))


@cache
def _defaults(kind: type[Sealed]) -> dict[str, Any]:
    fields = msgspec.structs.fields(kind)
    return {field.name: field.default for field in fields if field.name != "seal"}


def _metadata(
    review: Review,
    draft: Draft,
    csp: str | None,
    asks: Sequence[PublicRecommendation],
    edited: str,
) -> PublicMetadata:
    given = review.review
    title = public_title(given, csp)
    if given.title and given.title != title:
        draft.note("title", "", "title", "title-from-the-record")
    if given.death_date and given.death_date != str(given.year_of_death):
        draft.note("date", "", "death_date", "day-to-year")
    bodies = [body.printed for one in asks for body in one.addressees]
    composed = compose_summary(given, csp, bodies, len(asks), len(review.actions))
    written = edited or given.summary
    by: Literal["editor", "printed"] = "editor" if edited else "printed"
    return PublicMetadata(
        title=title,
        kind=given.kind,
        csp=csp,
        published=_to_month(given.published),
        completed=_to_month(given.completed),
        year_of_death=given.year_of_death,
        chair=draft.professional(given.chair, "chair"),
        author=draft.professional(given.author, "author"),
        panel=_panel(given.panel, draft),
        summary=draft.say(written, "", "summary") if written else composed,
        summary_by=by if written else "composed",
        source_url=draft.address(given.source_url),
        printed_count=given.printed_count,
        pseudonym_shown=bool(draft.context.shown),
    )


def _partnership(printed: str | None, draft: Draft) -> str | None:
    csp = plain_partnership(printed)
    if csp != printed:
        draft.note("title", "", "csp", "after-the-partnership")
    return draft.body(csp, "", "csp") if csp else None


def _to_month(date: str | None) -> str | None:
    return date[:7] if date else None


def _panel(panel: Sequence[str], draft: Draft) -> tuple[str, ...]:
    """Give the bodies of the panel; whoever sat for them is not told."""
    bodies = [name for name in panel if is_body(name)]
    for _ in range(len(panel) - len(bodies)):
        draft.note("person", "", "panel", "panel-member")
    return tuple(draft.body(name, "", "panel") for name in bodies)


def _document(one: SourceDocument, draft: Draft, names: Mapping[str, str]) -> PublicDocument:
    if names[one.name] != one.name:
        draft.note("file", "", "documents", "file-name")
    return PublicDocument(
        name=names[one.name],
        sha256=one.sha256,
        media_type=one.media_type,
        pages=one.pages,
        language=one.language,
        role=one.role,
    )


def _evidence(
    one: Recommendation | Action | Lesson, draft: Draft, names: Mapping[str, str]
) -> tuple[PublicEvidence, ...]:
    """Give the places of a record; a quotation that holds the record's text is told by that alone."""
    text = one.action if isinstance(one, Action) else one.text
    return tuple(
        PublicEvidence(
            document=names.get(place.document, ""),
            page=place.page,
            words=draft.say(
                text if text and text in place.quote else place.quote, one.id, "evidence"
            ),
        )
        for place in one.evidence
    )


def _recommendation(
    one: Recommendation, draft: Draft, names: Mapping[str, str]
) -> PublicRecommendation:
    content: dict[str, Any] = {
        "id": one.id,
        "ref": draft.say(one.ref, one.id, "ref"),
        "text": draft.say(one.text, one.id, "text"),
        "addressees": tuple(_addressee(body, one.id, draft) for body in one.addressees),
        "level": one.level,
        "scope": one.scope,
        "context": draft.say_maybe(one.context, one.id, "context"),
        "title": draft.say_maybe(one.title, one.id, "title"),
        "evidence": _evidence(one, draft, names),
        "confidence": one.confidence,
        "themes": _themes(one, draft),
        "main_theme": one.main_theme,
        "smart": _smart(one, draft),
    }
    return _seal(PublicRecommendation, content)


def _addressee(body: Addressee, record: str, draft: Draft) -> Addressee:
    printed = draft.body(body.printed, record, "addressees")
    return msgspec.structs.replace(body, printed=printed)


def _themes(one: Recommendation, draft: Draft) -> Any:
    if one.themes is UNSET:
        return UNSET
    return tuple(
        ThemeCoding(
            id=coding.id, words=tuple(draft.say(word, one.id, "themes") for word in coding.words)
        )
        for coding in one.themes
    )


def _smart(one: Recommendation, draft: Draft) -> Any:
    if one.smart is UNSET:
        return UNSET
    told = {
        name: Criterion(met=found.met, why=draft.say(found.why, one.id, "smart", due=True))
        for name, found in msgspec.structs.asdict(one.smart).items()
    }
    return Smart(**told)


def _action(one: Action, draft: Draft, names: Mapping[str, str]) -> PublicAction:
    content: dict[str, Any] = {
        "id": one.id,
        "recommendation": one.recommendation,
        "scope": one.scope,
        "action": draft.say(one.action, one.id, "action"),
        "lead": draft.body(one.lead, one.id, "lead"),
        "milestones": draft.say(one.milestones, one.id, "milestones", due=True),
        "target_date": _to_month(one.target_date),
        "target_printed": draft.say(one.target_printed, one.id, "target_printed", due=True),
        "completed": _to_month(one.completed),
        "completed_printed": draft.say(
            one.completed_printed, one.id, "completed_printed", due=True
        ),
        "outcome": draft.say(one.outcome, one.id, "outcome"),
        "evidence": _evidence(one, draft, names),
    }
    return _seal(PublicAction, content)


def _lesson(one: Lesson, draft: Draft, names: Mapping[str, str]) -> PublicLesson:
    content: dict[str, Any] = {
        "id": one.id,
        "ref": draft.say(one.ref, one.id, "ref"),
        "text": draft.say(one.text, one.id, "text"),
        "recommendations": one.recommendations,
        "evidence": _evidence(one, draft, names),
    }
    return _seal(PublicLesson, content)
