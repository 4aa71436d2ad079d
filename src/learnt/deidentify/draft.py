"""A review on its way to the public: says its texts anew, and keeps account of what was taken out."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from learnt.deidentify.cast import Cast
from learnt.deidentify.context import PublicContext, is_plain_body
from learnt.deidentify.rescan import Rescan
from learnt.deidentify.rewrite import Rewriter
from learnt.deidentify.rules import rules
from learnt.records.public import LedgerEntry, Reason, Removed, Suspect

NO_TEXTS = frozenset(
    {
        *("id", "seal", "schema", "kind", "level", "scope", "sha256", "media_type", "language"),
        *("type", "agency", "agency_now", "main_theme", "recommendation", "chair", "author"),
        *("ledger", "document", "documents", "summary_by", "source_url", "published", "completed"),
    }
)
"""Fields that hold no words of the report, or (chair and author) words that are public as they are."""


REVIEW = "review"
"""The field of a public review that holds what it says of itself."""


class Draft:
    """Texts of one review for the public, with the ledger; `look_again` gives what remains doubtful."""

    def __init__(self, context: PublicContext) -> None:
        self.context = context
        self.cast = Cast(context)
        self.rewriter = Rewriter(self.cast)
        self.rescan = Rescan(self.cast)
        self.ledger: list[LedgerEntry] = []

    def note(self, kind: Removed, record: str, field: str, rule: str, offset: int = 0) -> None:
        """Enter into the ledger that something was taken out."""
        self.ledger.append(
            LedgerEntry(kind=kind, record=record, field=field, offset=offset, rule=rule)
        )

    def say(self, text: str, record: str, field: str, due: bool = False) -> str:
        """Give `text` for the public; `due` where it stands where deadlines do."""
        rewritten = self.rewriter.rewrite(text, due)
        for change in rewritten.changes:
            self.note(change.kind, record, field, change.rule, change.start)
        return rewritten.text

    def say_maybe(self, text: str | None, record: str, field: str) -> str | None:
        """Give `text` for the public, or None where there is none."""
        return None if text is None else self.say(text, record, field)

    def body(self, printed: str, record: str, field: str) -> str:
        """Give the name of a body, as printed unless a person of the case stands in it."""
        plain = printed in self.context.bodies or is_plain_body(printed)
        plain = plain and not self.rescan.holds_a_name(printed)
        return printed if plain else self.say(printed, record, field)

    def professional(self, name: str | None, field: str) -> str | None:
        """Give the chair's or author's name unless it is that of a person of the case."""
        if name is None or not self.rescan.holds_a_name(name):
            return name
        self.note("person", "", field, "person-of-the-case")
        return None

    def look_again(self, made: Any) -> tuple[list[Reason], list[Suspect]]:
        """Give what in the finished content `made` may still hold a name, with the words apart."""
        reasons: list[Reason] = []
        suspects: list[Suspect] = []
        for record, field, text in texts_in(made):
            for reason, suspect in self.look_at(text, record, field):
                reasons.append(reason)
                suspects.append(suspect)
        return reasons, suspects

    def look_at(self, text: str, record: str, field: str) -> Iterator[tuple[Reason, Suspect]]:
        """Give each doubt about a finished text: the reason, and the words behind it."""
        for doubt in self.rescan.doubts(text):
            yield (
                make_reason(record, field, doubt.start, doubt.rule),
                Suspect(
                    record=record,
                    field=field,
                    start=doubt.start,
                    end=doubt.end,
                    words=text[doubt.start : doubt.end],
                    rule=doubt.rule,
                ),
            )


def make_reason(record: str, field: str, offset: int, rule: str) -> Reason:
    """Give a reason with the message that belongs to its rule."""
    message = rules().reasons[rule]
    return Reason(record=record, field=field, offset=offset, rule=rule, message=message)


def texts_in(made: Any) -> Iterator[tuple[str, str, str]]:
    """Give (record's id, field, text) for every text of a finished record, whatever field it stands in."""
    yield from _walk(msgspec.to_builtins(made), "", "")


def _walk(value: Any, record: str, field: str) -> Iterator[tuple[str, str, str]]:
    if isinstance(value, str):
        if value.strip():
            yield record, field, value
    elif isinstance(value, dict):
        whole = "seal" in value or field in ("", REVIEW)
        here = value.get("id", record) if "seal" in value else record
        for key, inner in value.items():
            if key not in NO_TEXTS:
                yield from _walk(inner, here, key if whole else field)
    elif isinstance(value, Iterable):
        for inner in value:
            yield from _walk(inner, record, field)
