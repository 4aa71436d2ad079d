"""Whether the first row on a page goes on with the row that ended the page before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from learnt.read.compounds import keeps_hyphen
from learnt.read.pdf.tables.shape import FoundRow

LABEL = re.compile(
    r"""\(?(?:(?i:recommendation|rec|action|lesson|finding|item|objective|point|ref|no|number)\b\.?\s*
        |[A-Z]{1,4}-?)?
        (?P<number>\d{1,3}(?:[./]\d{1,3})*)\s?(?P<letter>[a-z]?)(?P<stop>[).:]{0,2})(?=\s|$)""",
    re.VERBOSE,
)
"""A number that opens a row: `3`, `R1`, `10.4a`, `(2)`, `Recommendation 3:`."""
LabelMatch: TypeAlias = re.Match[str]
_ENDED = re.compile(r"[.!?;:…][\"'”’)\]]*$")
_MARKED = re.compile(r"[•–-]\s|\(?\w{1,3}[.)]\s")
_CUT = re.compile(r"((?:[^\W\d_]+-)*[^\W\d_]{2,})-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SHORT = 5
"""A cell with up to this many words is a value (a date, a scope, a name), not a sentence."""


@dataclass(frozen=True, slots=True)
class Habits:
    """What the rows of a table have in common, learnt from those that cannot be continued ones."""

    key: int = -1
    """The column in which each row has its number; -1 where there is none."""
    is_label: bool = False
    """The key column holds the number alone, no text after it."""
    filled: tuple[bool, ...] = ()
    """Whether a column has text in nearly every row."""
    short: tuple[bool, ...] = ()
    """Whether a column's cells are values of few words."""
    merged: tuple[bool, ...] = ()
    """Whether the column has cells that go over several rows."""
    values: tuple[frozenset[str], ...] = ()
    """What stands in the cells of each column."""


def habits_of(rows: Sequence[FoundRow], width: int) -> Habits:
    """Learn a table's habits from `rows`, none of which is a header or a group's title."""
    if not rows:
        no, none = (False,) * width, (frozenset[str](),) * width
        return Habits(-1, False, no, no, no, none)
    shared = [row for row in rows if sum(map(bool, row.texts)) > 1] or list(rows)
    columns = [[row.cells[c].text for row in shared] for c in range(width)]
    filled = tuple(sum(map(bool, texts)) >= 0.8 * len(texts) for texts in columns)
    short = tuple(
        sum(len(text.split()) <= _SHORT for text in texts) >= 0.8 * len(texts) for texts in columns
    )
    merged = tuple(any(row.cells[c].merged for row in rows) for c in range(width))
    key = next((c for c in range(min(2, width)) if _is_key(columns[c])), -1)
    is_label = key >= 0 and all(not t or LABEL.fullmatch(t) for t in columns[key])
    values = tuple(frozenset(texts) - {""} for texts in columns)
    return Habits(key, is_label, filled, short, merged, values)


def _is_key(texts: Sequence[str]) -> bool:
    labels = sum(bool(LABEL.match(text)) for text in texts)
    return labels >= 1 and labels >= 0.6 * len(texts)


def is_continued(above: FoundRow, row: FoundRow, habits: Habits) -> bool:
    """Tell whether `row`, the first on its page, is the rest of `above`, the last on its page."""
    if row.spans_all or above.spans_all:
        return _flows(above.texts[0], row.texts[0])
    if not any(row.texts):
        return True
    if above.keys and row.keys:
        return bool(above.keys & row.keys)
    if habits.key >= 0:
        verdict = _by_key(above.texts[habits.key], row.texts[habits.key], habits)
        if verdict is False or (verdict and not habits.merged[habits.key]):
            return verdict
    return _weight(above, row, habits) > 0.5


def _by_key(above: str, text: str, habits: Habits) -> bool | None:
    """Judge by the row's number: a new one begins a row, none at all goes on."""
    label = LABEL.match(text)
    if not above and text and not habits.merged[habits.key]:
        return True  # the number stands in the middle of a tall cell, below the break
    if habits.is_label:
        return label is None
    if label is None:
        return True if text == "" or not LABEL.match(above) else _flows(above, text) or None
    is_next = follows(LABEL.match(above), label)
    if label.end() == len(text) or (is_next and (label["stop"] or label["letter"])):
        return False
    return False if is_next else None


def follows(above: LabelMatch | None, label: LabelMatch) -> bool:
    """Tell whether a number is the next one, or one of the next few, after another."""
    if above is None:
        return True
    first = [int(part) for part in re.split(r"[./]", above["number"])]
    second = [int(part) for part in re.split(r"[./]", label["number"])]
    near = 0 <= second[-1] - first[-1] <= 3 or second[-1] <= 1
    return (first, above["letter"]) < (second, label["letter"]) and near


def _flows(above: str, text: str) -> bool:
    """Tell whether `text` reads on from `above` in the middle of a sentence."""
    if not above or not text:
        return False
    return text[0].islower() or above[-1] in "-,(/&"


def _weight(above: FoundRow, row: FoundRow, habits: Habits) -> float:
    """Weigh what each column says: above 0 the row goes on, below it is a new one."""
    total = 2.0 * (above.open_bottom and row.open_top)
    for column, (old, new) in enumerate(zip(above.cells, row.cells, strict=True)):
        if old.merged and new.merged:
            continue
        if new.text in habits.values[column] and old.text:
            total -= 1.5  # a whole value, as other rows have it
        else:
            total += _weigh_cell(old.text, new.text, habits.filled[column], habits.short[column])
    return total


def _weigh_cell(old: str, new: str, filled: bool, short: bool) -> float:
    if not new:
        return 1.5 if old and filled else 0.0
    if not old:
        return -2.0
    if _flows(old, new):
        return 2.5
    if short:
        return -1.5
    if not _ENDED.search(old):
        return 0.7
    return 0.0 if _MARKED.match(new) else -0.5


def join_texts(above: str, text: str) -> str:
    """Give a cell's text from its two pieces on two pages."""
    if not above or not text:
        return above or text
    left, right = _CUT.search(above), _WORD.match(text)
    if left and right and text[0].islower():
        kept = keeps_hyphen(left[1].casefold(), right[0].casefold(), frozenset())
        return above + text if kept else above[:-1] + text
    mark = _MARKED.match(text)
    last_line = above.rsplit("\n", 1)[-1]
    if mark and (_ENDED.search(above) or text[0] == "•" or last_line.startswith(mark[0])):
        return f"{above}\n{text}"
    return f"{above} {text}"
