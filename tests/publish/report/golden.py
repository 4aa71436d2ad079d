"""The words of the invented report as a golden text; run this module to write it anew, then read it."""

from pathlib import Path
from typing import Any

from lxml import html as lxml_html

from learnt.publish.report import compose, make_paragraphs, to_html
from tests.publish.factories import an_analysis

GOLDEN = Path(__file__).parent / "report.golden.txt"
LINES = ["h1", "h2", "h3", "h4", "p", "li", "caption", "figcaption", "summary"]


def words_of_the_report() -> str:
    """Give the page's words: a line for each paragraph, heading, row, and picture (its alternative)."""
    words = make_paragraphs({"conclusions": "Reviews *take long*.", "changes": "- A desk opened."})
    tree: Any = lxml_html.fromstring(to_html(compose(an_analysis(), paragraphs=words)))
    lines = []
    for one in tree.iter():
        if one.tag == "img":
            lines.append(f"[{one.get('alt')}]")
        elif one.tag == "tr":
            lines.append(" | ".join(" ".join(cell.text_content().split()) for cell in one))
        elif one.tag in LINES:
            mark = "#" * int(one.tag[1]) + " " if one.tag[0] == "h" else ""
            lines.append(mark + " ".join(one.text_content().split()))
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    GOLDEN.write_text(words_of_the_report(), "utf-8")
