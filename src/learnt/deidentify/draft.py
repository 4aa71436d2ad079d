"""A review on its way to the public: says its texts anew, and keeps account of what was taken out."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from learnt.deidentify.cast import Cast
from learnt.deidentify.context import PublicContext
from learnt.deidentify.names.vocabulary import names
from learnt.deidentify.rescan import Rescan
from learnt.deidentify.rewrite import Rewriter
from learnt.deidentify.rules import rules
from learnt.deidentify.titles import public_address
from learnt.records.public import LedgerEntry, Reason, Removed, Suspect

NO_TEXTS = frozenset(
    {
        *("seal", "schema", "kind", "level", "scope", "sha256", "media_type", "language"),
        *("type", "agency", "agency_now", "main_theme", "chair", "author"),
        *("ledger", "document", "documents", "summary_by", "source_url", "published", "completed"),
    }
)
"""Fields that hold no words of the report, or (chair and author) words that are public as they are."""


IDS = frozenset({"id", "recommendation", "recommendations"})
"""Fields that hold ids, which are made from hashes and printed references."""
REVIEW = "review"
"""The field of a public review that holds what it says of itself."""


LONGEST_NAME = 9
"""Most words in the field of a chair: two people with titles and honours."""


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
        plain = printed in self.context.bodies and not self.rescan.holds_a_name(printed)
        return printed if plain else self.say(printed, record, field)

    def professional(self, name: str | None, field: str) -> str | None:
        """Give the chair's or author's name unless it is that of a person of the case."""
        if name is None:
            return None
        if self.rescan.holds_a_name(name):
            self.note("person", "", field, "person-of-the-case")
            return None
        if not is_name_alone(name):
            self.note("person", "", field, "more-than-a-name")
            return None
        return name

    def address(self, url: str | None) -> str | None:
        """Give the address of a page unless a name may stand in it."""
        plain = public_address(url, self.context.safe)
        if url and (plain is None or self.rescan.hides_a_name(url)):
            self.note("address", "", "source_url", "address-may-hold-a-name")
            return None
        return plain

    def look_again(self, made: Any) -> tuple[list[Reason], list[Suspect]]:
        """Give what in the finished content `made` may still hold a name, with the words apart."""
        reasons: list[Reason] = []
        suspects: list[Suspect] = []
        for record, field, text in texts_in(made):
            only_known = field in IDS
            for reason, suspect in self.look_at(text, record, field, only_known):
                reasons.append(reason)
                suspects.append(suspect)
        return reasons, suspects

    def look_at(
        self, text: str, record: str, field: str, only_known: bool = False
    ) -> Iterator[tuple[Reason, Suspect]]:
        """Give each doubt about a finished text: the reason, and the words behind it.

        `only_known` looks for names that the documents told, and for nothing else.
        """
        for doubt in self.rescan.known_names(text) if only_known else self.rescan.doubts(text):
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


def is_name_alone(name: str) -> bool:
    """Whether a field holds names and honours, and no sentence that was run into them."""
    words = name.split()
    small = {*names().particles, "and", "&"}
    return len(words) <= LONGEST_NAME and all(
        not word[0].islower() or word in small for word in words
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
