"""The title that a review prints on its front, its lines joined as a reader would say them."""

import re

from learnt.extract.metadata.lines import Line, labelled
from learnt.records import Evidence

_TITLE_WORDS = re.compile(
    r"\b(?:review|report|response|inquiry|investigation|overview|adolygiad|executive summary"
    r"|into the death|action plan)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"^(?:report |review |overview report )?(?:into|of|on|concerning|regarding) the "
    r"(?:death|murder|homicide|circumstances)\b",
    re.IGNORECASE,
)
_NOT_TITLE = re.compile(
    r"^(?:fictional|about|source|view|official|draft|version|statutory|contents)\b"
    r"|\brecommendations?\b|[:.]\s|\.$",
    re.IGNORECASE,
)
LONGEST = 160


def find_title(lines: list[Line]) -> tuple[str | None, Evidence | None]:
    """Give the title of the first document with one: its title lines in order, joined by colons."""
    first = lines[0].document if lines else None
    labels = {id(line) for _, _, line in labelled(lines[:60])}
    front = [
        line for line in lines if line.front and line.document is first and id(line) not in labels
    ]
    told = [line for line in front[:14] if _is_title(line.text)]
    if told:
        return _join(told), told[0].evidence("title")
    heading = next((line for line in front if line.block.kind == "heading"), None)
    return (heading.text, heading.evidence("title")) if heading else (None, None)


def _is_title(text: str) -> bool:
    return bool(_TITLE_WORDS.search(text)) and len(text) <= LONGEST and not _NOT_TITLE.search(text)


def _join(lines: list[Line]) -> str:
    """Join title lines: "Domestic Homicide Review", "Overview Report", "into the death of X"."""
    title = lines[0].text
    for line in lines[1:4]:
        if line.text.casefold() in title.casefold():
            continue
        words = line.text
        if title.endswith("Report"):
            words = words.removeprefix("Report ")
        title += f" {words}" if _ABOUT.match(line.text) else f": {words}"
    return title
