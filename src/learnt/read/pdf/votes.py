"""What a tagged PDF's structure says about a line: which paragraph it belongs to, and its role."""

from collections import Counter
from dataclasses import dataclass, replace

from learnt.read.pdf.ink import Page, Tag
from learnt.read.pdf.lines import Line

_BLOCKS = frozenset(
    ("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "LBody", "Lbl", "TD", "TH", "TOCI")
)
_NOTES = frozenset(("Note", "FENote", "Caption", "BlockQuote", "Title"))
_NO_VOTE = (-1, "")


@dataclass(frozen=True, slots=True)
class Votes:
    """From marked-content id to the key and role of the paragraph-like element that holds it."""

    by_mcid: dict[int, tuple[int, str]]

    def tagged(self, line: Line) -> Line:
        """Give `line` with the key and role of most of its words."""
        if not self.by_mcid:
            return line
        mcids = [word.mcid for word in line.words]
        if mcids.count(mcids[0]) == len(mcids):
            key, role = self.by_mcid.get(mcids[0], _NO_VOTE)
            return line if (key, role) == _NO_VOTE else replace(line, tag=key, role=role)
        counts = Counter(self.by_mcid.get(mcid, _NO_VOTE) for mcid in mcids)
        counts.pop(_NO_VOTE, None)
        if not counts:
            return line
        if len(counts) > 1:
            for vote in list(counts):
                if vote[1] == "Lbl":
                    del counts[vote]
        key, role = counts.most_common(1)[0][0]
        return replace(line, tag=key, role=role)


def read_votes(page: Page) -> Votes:
    """Give the votes of the page's structure tags; none where it is not tagged."""
    found: dict[int, tuple[int, str]] = {}
    for tag in page.tags:
        vote = _paragraph(tag)
        for mcid in tag.mcids:
            found.setdefault(mcid, vote)
    return Votes(found)


def _paragraph(tag: Tag) -> tuple[int, str]:
    """The innermost element that is a paragraph, heading, item or cell."""
    keys = (*tag.parents, tag.key)
    if "TOCI" in tag.path or "TOC" in tag.path:
        return keys[-1], "TOCI"
    for role, key in zip(reversed(tag.path), reversed(keys), strict=False):
        if role in _BLOCKS or role in _NOTES:
            return key, role
    return _NO_VOTE
