"""Lines of a column to paragraphs: where does a new one begin?

No single sign is trusted. A label, a change of type, white space above, an indent, a short line before
and the structure tags all speak; a sentence that plainly runs on over a full line outvotes the weak
ones.
"""

import re
from dataclasses import dataclass, field

from learnt.read.pdf.columns import Column
from learnt.read.pdf.lines import Line
from learnt.read.pdf.marks import Mark, find_mark, text_after
from learnt.read.pdf.phrases import run_in_label
from learnt.read.pdf.spacing import Spacing

_ENDED = re.compile(r"[.:;?!][\"'”’)\]]*\d{0,2}$")
_EM = 0.8
_MIDDLE = 4.0


@dataclass(slots=True)
class Draft:
    """A paragraph in the making."""

    lines: list[Line]
    mark: Mark | None = None
    frame: int = 0
    right: float = 0.0
    """The right side of its column."""
    left: float = 0.0
    """The left side of its column."""
    breaks: list[int] = field(default_factory=list)
    """Indexes of lines that begin on another page or in another column."""

    @property
    def text_x(self) -> float:
        """Where the first line's text begins, behind its label."""
        return self.mark.text_x if self.mark else self.lines[0].x0

    @property
    def is_label_only(self) -> bool:
        """Whether nothing but the label has come so far."""
        return (
            self.mark is not None
            and len(self.lines) == 1
            and not text_after(self.lines[0], self.mark)
        )


def has_ended(text: str) -> bool:
    """Whether `text` ends as a sentence or a lead-in does."""
    return bool(_ENDED.search(text))


def read_paragraphs(column: Column, spacing: Spacing, frame: int, right: float) -> list[Draft]:
    """Give the paragraphs of `column`; `right` is where its full lines end."""
    drafts: list[Draft] = []
    for line in column.lines:
        mark = find_mark(line)
        if drafts and not _Boundary(drafts[-1], line, mark, spacing).is_there():
            drafts[-1].lines.append(line)
        else:
            drafts.append(Draft([line], mark, frame, right, column.x0))
    return drafts


@dataclass(frozen=True, slots=True)
class _Boundary:
    """A place between two lines of a column; `is_there` tells whether a new paragraph begins."""

    draft: Draft
    line: Line
    mark: Mark | None
    spacing: Spacing

    @property
    def before(self) -> Line:
        return self.draft.lines[-1]

    def is_there(self) -> bool:
        if self.draft.is_label_only and self.mark is None and self._is_near_label():
            return False
        if self._is_same_heading():
            return False
        for test in (self._by_mark, self._by_type, self._by_tags, self._by_gap, self._by_run_in):
            verdict = test()
            if verdict is not None:
                return verdict
        return self._by_sides() or self._by_short_line()

    def _is_near_label(self) -> bool:
        label = self.draft.lines[0]
        return (
            self.line.baseline - label.baseline < 1.4 * self.line.size
            and self.line.x0 > label.x1 - 1
        )

    def runs_on(self) -> bool:
        """Whether the sentence plainly goes on: a full line, no end, and no capital next."""
        text, following = self.before.text, self.line.text
        if self._fits() or has_ended(text):
            return False
        return following[0].islower() or text[-1] in ",-–(&" or following[0] in "(&"

    def _fits(self) -> bool:
        """Whether the next line's first word would have found room on the line before."""
        return fits(self.before, self.line, self._right())

    def _right(self) -> float:
        ends = [line.x1 for line in self.draft.lines]
        if len(ends) > 3 and max(ends) - min(ends) < 3:
            return max(ends)
        return self.draft.right

    def _by_mark(self) -> bool | None:
        mark = self.mark
        if mark is None:
            return None
        if mark.certain and not (mark.label.isalnum() and self.runs_on_before_number()):
            return True
        if self.before.text[-1:] in ",-–(&" or self.runs_on() or self._counts_within():
            return None
        unfinished = not has_ended(self.before.text) and not self._fits()
        hanging = abs(self.line.x0 - self.draft.text_x) < 2.0 and self.draft.mark is not None
        if unfinished and (hanging or abs(self.line.x0 - self.before.x0) < 1.5):
            return None if self._gap() < 1.25 * self.spacing.pitch(self.line) else True
        return True

    def _counts_within(self) -> bool:
        """Whether a neighbour of the label stands within a sentence ("1. ...; 2. ...; 3. ...")."""
        found = re.fullmatch(r"(\W?)(\d{1,2}|[a-z])(\W?)", self.mark.label if self.mark else "")
        if not found or self._fits():
            return False
        before, key, after = found.groups()
        last, following = _neighbours(key)
        inner = [word.text for line in self.draft.lines for word in line.words[1:]]
        opens = self.draft.mark.label if self.draft.mark else ""
        label = f"{before}{last}{after}"
        if label in inner and label != opens:
            return True
        return f"{before}{following}{after}" in [word.text for word in self.line.words[2:]]

    def runs_on_before_number(self) -> bool:
        """A bare number or letter after an unfinished full line, flush with it: of the sentence."""
        if has_ended(self.before.text) or self._fits():
            return False
        flush = abs(self.line.x0 - self.before.x0) < 1.5 and self.line.x0 > self.draft.left + 2
        return flush and self._gap() < 1.15 * self.spacing.pitch(self.line)

    def _gap(self) -> float:
        return self.line.baseline - self.before.baseline

    def _by_type(self) -> bool | None:
        a, b = self.before, self.line
        if abs(a.size - b.size) > 0.15 * max(a.size, b.size):
            return True
        if self.runs_on():
            return None
        # A line of nothing but an address may be set smaller within its paragraph.
        edge = abs(a.words[-1].size - b.words[0].size)
        if abs(a.size - b.size) > 0.08 * max(a.size, b.size) and edge > 0.2:
            return True
        last, first = a.words[-1], b.words[0]
        if a.bold != b.bold and last.bold != first.bold:
            return True
        whole = {w.colour for w in a.words} | {w.colour for w in b.words}
        if len(whole) == 2 and len({w.colour for w in a.words}) == 1 and a.colour != b.colour:
            return len({w.colour for w in b.words}) == 1 or None
        return None

    def _by_tags(self) -> bool | None:
        a, b = self.before, self.line
        if not self.spacing.tags_tell or a.tag < 0 or b.tag < 0:
            return None
        if a.tag != b.tag:
            return None if self.runs_on() else True
        if self._gap() > 1.6 * self.spacing.pitch(b) or a.bold != b.bold:
            return None
        return False

    def _by_gap(self) -> bool | None:
        pitch, gap = self.spacing.pitch(self.line), self._gap()
        if len(self.draft.lines) > 2:
            own = self.draft.lines[-1].baseline - self.draft.lines[-2].baseline
            pitch = max(pitch, min(own, 1.3 * pitch))
        if gap > 1.9 * pitch or gap < 0:
            return True
        if gap > 1.14 * pitch + 0.5:
            return None if self.runs_on() else True
        return None

    def _by_run_in(self) -> bool | None:
        """A label such as `Recommendation 4:` opens a paragraph though no space is above."""
        first, last = self.line.words[0], self.before.words[-1]
        ended = has_ended(self.before.text) or self.before.text[-1] == ")" or self._fits()
        if opens_with_label(self.line) and (ended or first.bold) and not self.runs_on():
            return True if not (first.bold and last.bold) else None
        if not first.bold or last.bold or self.runs_on() or not ended:
            return None
        bold = " ".join(w.text for w in self.line.words[:6] if w.bold)
        return True if run_in_label().match(bold) or bold.endswith((":", ".")) else None

    def _is_same_heading(self) -> bool:
        """A heading's second line: same type, close below, both dressed as a heading."""
        a, b = self.before, self.line
        dressed = a.size > 1.08 * self.spacing.body or (a.bold and not self.spacing.bold_body)
        same = abs(a.size - b.size) < 0.3 and a.bold == b.bold and a.colour == b.colour
        if not (dressed and same) or self.mark or len(self.draft.lines) > 3 or has_ended(a.text):
            return False
        if self._gap() > 1.45 * max(a.size, 1.0) or run_in_label().match(b.text):
            return False
        centred = abs((a.x0 + a.x1) - (b.x0 + b.x1)) < 2 * _MIDDLE and abs(a.x0 - b.x0) > 2
        aligned = abs(b.x0 - self.draft.text_x) < 3 or abs(b.x0 - a.x0) < 3
        return centred or (aligned and not self._fits())

    def _by_sides(self) -> bool:
        draft, line = self.draft, self.line
        em = _EM * line.size
        if len(draft.lines) == 1:
            return self._by_second_line(em)
        left = min(other.x0 for other in draft.lines[1:])
        if line.x0 < left - em:
            return not self.runs_on()
        if line.x0 > left + em:
            return not self.runs_on() and (has_ended(self.before.text) or self._fits())
        return False

    def _by_second_line(self, em: float) -> bool:
        """The second line may stand back (first-line indent) or hang below the text."""
        draft, line = self.draft, self.line
        shift = line.x0 - draft.text_x
        if draft.mark:
            return line.x0 < draft.lines[0].x0 - em and not self.runs_on()
        if shift < -em:
            return self._fits() or -shift > 5 * line.size
        return shift > em and (self._fits() or has_ended(self.before.text))

    def _by_short_line(self) -> bool:
        if not self._fits():
            return False
        if has_ended(self.before.text):
            return True
        room = self._right() - self.before.x1
        return not self.line.text[0].islower() and room > 0.12 * (self._right() - self.draft.left)


def opens_with_label(line: Line) -> bool:
    """Whether a counted label opens the line: in bold, or with a colon after its figure."""
    bold = " ".join(word.text for word in line.words[:6] if word.bold)
    label = run_in_label().match(bold) if line.words[0].bold else None
    if label and any(letter.isdigit() for letter in label.group()):
        return True
    plain = run_in_label().match(line.text)
    if plain is None or not re.search(r"\d[a-z]?$", plain.group()):
        return False
    return line.text[plain.end() :].startswith(":")


def _neighbours(key: str) -> tuple[str, str]:
    """The labels before and after a number or letter."""
    if key.isdigit():
        return str(int(key) - 1), str(int(key) + 1)
    return chr(ord(key) - 1), chr(ord(key) + 1)


def fits(before: Line, line: Line, right: float) -> bool:
    """Whether the first word of `line` would have fitted behind `before`, up to `right`."""
    first = line.words[0]
    needed = (first.x1 - first.x0) + 0.45 * line.size
    return right - before.x1 > needed
