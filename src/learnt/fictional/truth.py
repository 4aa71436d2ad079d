"""The true answer of a fictional review, gathered while its documents are written.

A recommendation's text leaves out its label and its title line; its sub-points belong to it, each
after a line break and its printed mark. Addressees are as printed: by the heading, column or
bracket, else by the lead agency of the action plan, else by the words themselves.
"""

import re
from dataclasses import dataclass, field
from typing import Any

import msgspec

from learnt.fictional.facts import Case
from learnt.fictional.story.settle import Told
from learnt.fictional.wording import Ask
from learnt.records import (
    Action,
    Addressee,
    Lesson,
    Level,
    Metadata,
    Recommendation,
    Review,
    Scope,
)

ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")


@dataclass(frozen=True, slots=True)
class Trap:
    """A near miss that was set: its kind and the words that a reader may stumble over."""

    kind: str
    text: str


def mark(style: str, place: int) -> str:
    """Give the printed mark of sub-point `place` (from 0) in `style`: `•`, `-`, `(a)`, `(i)`, `1.`."""
    marks = {"(a)": f"({chr(97 + place)})", "a.": f"{chr(97 + place)}.", "1.": f"{place + 1}."}
    return marks.get(style, f"({ROMAN[place]})" if style == "(i)" else style)


def printed_text(ask: Ask, marks: str) -> str:
    """Give the recommendation's text as printed, its sub-points on lines of their own."""
    points = [f"{mark(marks, place)} {point}" for place, point in enumerate(ask.points)]
    return "\n".join([ask.lead, *points])


@dataclass(slots=True)
class Answer:
    """What the documents of one review hold; grows while they are written."""

    case: Case
    metadata: Metadata = field(default_factory=Metadata)
    recommendations: dict[int, Recommendation] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)
    lessons: list[Lesson] = field(default_factory=list)
    traps: list[Trap] = field(default_factory=list)
    places: dict[str, set[str]] = field(default_factory=dict)
    """Ids of recommendations and the roles of the documents they stand in."""
    told: Told = field(default_factory=Told)
    """The facts of the case that the text states."""

    def take(
        self,
        ask: Ask,
        marks: str,
        ref: str = "",
        addressees: tuple[str, ...] | None = None,
        level: Level | None = None,
        title: str | None = None,
        context: str | None = None,
    ) -> Recommendation:
        """Note a recommendation as it is printed; the second time it stands somewhere, nothing.

        Where `addressees` is None nothing but its words tells who is addressed.
        """
        if ask.key in self.recommendations:
            return self.recommendations[ask.key]
        names = ask.named if addressees is None else addressees
        taken = Recommendation(
            id=f"r{len(self.recommendations) + 1}",
            ref=ref,
            text=printed_text(ask, marks),
            addressees=tuple(Addressee(name) for name in names),
            level=level or (ask.level if names else None),
            title=title,
            context=context,
            confidence=1.0,
        )
        self.recommendations[ask.key] = taken
        self._note_traps(ask)
        return taken

    def complete(self, ask: Ask, scope: Scope | None, lead: str) -> None:
        """Add what the action plan tells of a recommendation that nothing told before."""
        known = self.recommendations[ask.key]
        changes: dict[str, Any] = {"scope": known.scope or scope}
        if not known.addressees and lead:
            changes["addressees"] = tuple(Addressee(name) for name in ask.printed)
            changes["level"] = known.level or ask.level
        self.recommendations[ask.key] = msgspec.structs.replace(known, **changes)

    def trap(self, kind: str, text: str) -> str:
        """Note a trap and give its text back."""
        self.traps.append(Trap(kind, text))
        return text

    def case_facts(self) -> dict[str, Any]:
        """Give what the documents state of the case, by table, and what that settles."""
        facts = self.told.settled()
        if self.metadata.death_date:
            facts["incident"]["death_date"] = self.metadata.death_date
        return facts

    def _note_traps(self, ask: Ask) -> None:
        if ask.form:
            self.trap(f"form:{ask.form}", ask.lead)
        if " is is " in ask.lead:
            self.trap("typing-error-kept", ask.lead)
        if re.search(r"(\(\w+ 20\d\d\)|12-month period|by whom and by when)", ask.lead):
            self.trap("not-a-deadline", ask.lead)
        if any("," in name or " and " in name for name in ask.printed):
            self.trap("comma-or-and-in-name", "; ".join(ask.printed))
        if any(body.kind == "collective" for body in ask.bodies):
            self.trap("collective-addressee", ask.printed[0])
        aliases = [
            body for body in ask.bodies if body.alias in ask.lead and body.printed not in ask.lead
        ]
        for body in aliases:
            self.trap("one-body-two-names", f"{body.printed} / {body.alias}")

    def review(self) -> Review:
        """Give the whole as one `learnt.review/1`."""
        return Review(
            review=self.metadata,
            recommendations=tuple(self.recommendations.values()),
            actions=tuple(self.actions),
            lessons=tuple(self.lessons),
        )
