"""Fictional reviews with canaries: rare invented names, planted to see whether any becomes public.

Half of the names are the pseudonyms of the case, told in the report's own table and used through its
text. The others stand as real names that remained: nobody announces them. All stand in recommendations,
actions, lessons, tables, titles, running headers, file names and the files' properties.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Literal

import msgspec

from learnt.fictional.draft import Draft, Layout, Part
from learnt.fictional.facts import make_case
from learnt.fictional.grammar import capital
from learnt.fictional.lists import load
from learnt.fictional.manuscript import (
    Bullets,
    Element,
    Frame,
    Manuscript,
    Paragraph,
    Table,
)
from learnt.fictional.typeset import FORMATS, typeset

ANSWER = "truth.json"
LONG = 60
"""Characters from which a paragraph is one of prose, not a label."""


class Canaries(msgspec.Struct, frozen=True):
    """`canaries.toml`: parts of names and sentences that carry them."""

    source: str
    openings: list[str]
    middles: list[str]
    endings: list[str]
    surnames: list[str]
    asks: list[str]
    prose: list[str]
    cells: list[str]
    titles: list[str]


@dataclass(frozen=True, slots=True)
class Canary:
    """A planted name: a pseudonym of the report's table, or a real name that remained."""

    name: str
    how: Literal["pseudonym", "remained"]


def write_canary_review(layout: Layout, seed: int, form: str, folder: Path) -> list[Canary]:
    """Write one review with canaries in `layout` and format `form`; give the names planted.

    `truth.json` in `folder` lists them.
    """
    rng = random.Random(f"canaries:{seed}")  # nosec B311 # seeded on purpose, no secret
    names = draw_names(rng, 6)
    kind = layout.kinds[seed % len(layout.kinds)]
    people = dict(zip(("victim", "perp", "relative"), names[:3], strict=True))
    draft = layout.build(make_case(seed, kind, "brief", layout.welsh, people))
    folder.mkdir(parents=True, exist_ok=True)
    planter = Planter(draft, names, rng)
    for part in draft.parts:
        told = planter.plant(part)
        stem = f"{part.role}-{rng.choice(names)}".lower().replace(" ", "-")
        path = folder / f"{stem}{FORMATS[form].suffix}"
        typeset(told, form, path, seed=seed)
    canaries = [Canary(name, "pseudonym" if n < 3 else "remained") for n, name in enumerate(names)]
    told_names = [{"name": canary.name, "how": canary.how} for canary in canaries]
    (folder / ANSWER).write_text(json.dumps({"canaries": told_names}, indent=1), "utf-8")
    return canaries


def draw_names(rng: random.Random, count: int) -> list[str]:
    """Give `count` different names; the last bears a surname too."""
    lists = load("canaries.toml", Canaries)
    names: list[str] = []
    openings = rng.sample(lists.openings, count)
    for opening in openings:
        names.append(opening + rng.choice(lists.middles) + rng.choice(lists.endings))
    return [*names[:-1], f"{names[-1]} {rng.choice(lists.surnames)}"]


class Planter:
    """Plants names into the documents of one draft, each name in its turn."""

    def __init__(self, draft: Draft, names: list[str], rng: random.Random) -> None:
        self.rng, self.lists = rng, load("canaries.toml", Canaries)
        self.names = names
        self.turn = cycle(names[3:] + names)
        texts = [one.text for one in draft.answer.recommendations.values()]
        texts += [one.text for one in draft.answer.lessons]
        self.asked = {text.split("\n")[0][:45] for text in texts if len(text) > LONG}

    def plant(self, part: Part) -> Manuscript:
        """Give a part's manuscript with names in its text, title, header and properties."""
        manuscript = part.manuscript
        title = self._say(self.lists.titles)
        return replace(
            manuscript,
            title=f"{manuscript.title} – {title}",
            header=f"{manuscript.header} {title}".strip(),
            elements=tuple(self._elements(manuscript.elements)),
            properties=manuscript.properties | {"subject": title, "keywords": next(self.turn)},
        )

    def _elements(self, elements: tuple[Element, ...]) -> Iterator[Element]:
        for element in elements:
            if isinstance(element, Frame):
                yield replace(element, elements=tuple(self._elements(element.elements)))
            elif isinstance(element, Paragraph):
                yield replace(element, text=self._text(element.text))
            elif isinstance(element, Bullets):
                yield replace(element, items=tuple(map(self._text, element.items)))
            elif isinstance(element, Table):
                yield replace(element, rows=tuple(map(self._row, element.rows)))
            else:
                yield element

    def _text(self, text: str) -> str:
        if any(asked in text for asked in self.asked):
            return self._after(text, self.lists.asks, 0.4)
        return self._after(text, self.lists.prose, 0.04) if len(text) > LONG else text

    def _row(self, row: tuple[str | None, ...]) -> tuple[str | None, ...]:
        if len(row) < 2:
            return row
        return tuple(self._cell(cell) if cell else cell for cell in row)

    def _cell(self, text: str) -> str:
        if any(asked in text for asked in self.asked):
            return self._after(text, self.lists.asks, 0.4)
        return self._after(text, self.lists.cells, 0.2) if len(text) > LONG / 2 else text

    def _after(self, text: str, sentences: list[str], share: float) -> str:
        if self.rng.random() > share or text.endswith(":"):
            return text
        stop = "" if text.rstrip().endswith((".", "?", "!")) else "."
        return f"{text.rstrip()}{stop} {self._say(sentences)}"

    def _say(self, forms: list[str]) -> str:
        one = next(self.turn)
        other = self.rng.choice([name for name in self.names if name != one])
        form = self.rng.choice(forms)
        return capital(form.replace("{X}", self._short(one)).replace("{Y}", self._short(other)))

    def _short(self, name: str) -> str:
        """Give a full name, or its first part alone, as reports do later on."""
        return name if self.rng.random() < 0.5 else name.split()[0]
