import os
import re
import shutil
from dataclasses import dataclass

import pytest

from learnt.read.docx import read_docx
from learnt.read.office import convert_office
from learnt.read.sniff import DOCX
from tests.read.docx.word import level, num, para, pattern, printed, start_at, style, word_file

LEGAL = (level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


@dataclass(frozen=True)
class Case:
    why: str
    body: tuple[str, ...]
    expected: list[str]
    numbering: str = ""
    styles: str = ""
    oracle: bool = True


def font(name: str) -> str:
    return f'<w:rPr><w:rFonts w:ascii="{name}"/></w:rPr>'


def listed(*places: tuple[str, int]) -> tuple[str, ...]:
    return tuple(para(f"p{at}", num=name, level=depth) for at, (name, depth) in enumerate(places))


CASES = [
    Case(
        "levels count and restart under the level above",
        listed(("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 2), ("1", 0), ("1", 1)),
        ["1. p0", "1.1 p1", "1.2 p2", "(a) p3", "(b) p4", "2. p5", "2.1 p6"],
        pattern("0", *LEGAL) + num("1", "0"),
    ),
    Case(
        "words in the pattern are part of the label",
        listed(("1", 0), ("1", 0)),
        ["Recommendation 1: p0", "Recommendation 2: p1"],
        pattern("0", level(0, "Recommendation %1:")) + num("1", "0"),
    ),
    Case(
        "a list starts where its level says",
        listed(("1", 0), ("1", 0)),
        ["7) p0", "8) p1"],
        pattern("0", level(0, "%1)", start=7)) + num("1", "0"),
    ),
    Case(
        "two lists of one pattern share their counters",
        listed(("1", 0), ("1", 0), ("2", 0)),
        ["1. p0", "2. p1", "3. p2"],
        pattern("0", *LEGAL) + num("1", "0") + num("2", "0"),
    ),
    Case(
        "a start override begins anew, once",
        listed(("1", 0), ("1", 0), ("2", 0), ("2", 0)),
        ["1. p0", "2. p1", "1. p2", "2. p3"],
        pattern("0", *LEGAL) + num("1", "0") + num("2", "0", start_at(0, 1)),
    ),
    Case(
        "two patterns count apart",
        listed(("1", 0), ("2", 0), ("1", 0), ("2", 0)),
        ["1. p0", "A. p1", "2. p2", "B. p3"],
        pattern("0", *LEGAL)
        + pattern("1", level(0, "%1.", "upperLetter"))
        + num("1", "0")
        + num("2", "1"),
    ),
    Case(
        "lvlRestart 0: the deeper level never restarts",
        listed(("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)),
        ["1. p0", "R1 p1", "R2 p2", "2. p3", "R3 p4"],
        pattern("0", level(0, "%1."), level(1, "R%2", extra='<w:lvlRestart w:val="0"/>'))
        + num("1", "0"),
        oracle=False,  # LibreOffice 7.4 has no such switch
    ),
    Case(
        "isLgl writes the roman level above in figures",
        listed(("1", 0), ("1", 1)),
        ["I. p0", "1.1 p1"],
        pattern("0", level(0, "%1.", "upperRoman"), level(1, "%1.%2", extra="<w:isLgl/>"))
        + num("1", "0"),
        oracle=False,  # LibreOffice 7.4 prints I.1
    ),
    Case(
        "a level of its own in the list",
        listed(("1", 0), ("1", 0)),
        ["Action 1 p0", "Action 2 p1"],
        pattern("0", *LEGAL)
        + num("1", "0", '<w:lvlOverride w:ilvl="0">' + level(0, "Action %1") + "</w:lvlOverride>"),
    ),
    Case(
        "the number comes from the paragraph's style, its level from the pattern",
        (para("Terms", style="H1"), para("Scope", style="H2"), para("Panel", style="H2")),
        ["1 Terms", "1.1 Scope", "1.2 Panel"],
        pattern(
            "0",
            level(0, "%1", extra='<w:pStyle w:val="H1"/>'),
            level(1, "%1.%2", extra='<w:pStyle w:val="H2"/>'),
        )
        + num("1", "0"),
        style("H1", "heading 1", '<w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/>')
        + style(
            "H2",
            "heading 2",
            '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="1"/>',
        ),
    ),
    Case(
        "the style inherits its number from the one it is based on",
        (para("first", style="Child"), para("second", style="Child")),
        ["R1. first", "R2. second"],
        pattern("0", level(0, "R%1.")) + num("1", "0"),
        style("Parent", "Rec", '<w:numPr><w:numId w:val="1"/></w:numPr>')
        + style("Child", "Rec child", based="Parent"),
    ),
    Case(
        "list 0 takes the style's number away",
        (
            para("first", style="Rec"),
            para("plain", style="Rec", num="0"),
            para("second", style="Rec"),
        ),
        ["R1. first", "plain", "R2. second"],
        pattern("0", level(0, "R%1.")) + num("1", "0"),
        style("Rec", "Rec", '<w:numPr><w:numId w:val="1"/></w:numPr>'),
    ),
    Case(
        "a pattern that is linked to a list style",
        listed(("2", 0), ("2", 0)),
        ["Rec 1 p0", "Rec 2 p1"],
        pattern("0", level(0, "Rec %1"), extra='<w:styleLink w:val="Recs"/>')
        + pattern("1", extra='<w:numStyleLink w:val="Recs"/>')
        + num("1", "0")
        + num("2", "1"),
        style("Recs", "Recs", '<w:numPr><w:numId w:val="1"/></w:numPr>', kind="numbering"),
    ),
    Case(
        "bullets of Symbol's private letters are told as bullets",
        listed(("1", 0), ("1", 1)),
        ["• p0", "o p1"],
        pattern("0", level(0, "\uf0b7", "bullet"), level(1, "o", "bullet")) + num("1", "0"),
        oracle=False,  # LibreOffice prints its own marks
    ),
    Case(
        "a letter of a picture font is a bullet, of a text font a letter",
        listed(("1", 0), ("1", 1)),
        ["• p0", "o p1"],
        pattern(
            "0",
            level(0, "l", "bullet", extra=font("Wingdings")),
            level(1, "o", "bullet", extra=font("Courier New")),
        )
        + num("1", "0"),
        oracle=False,  # LibreOffice prints its own marks
    ),
    Case(
        "a level without numerals prints none",
        listed(("1", 0), ("1", 1)),
        ["p0", "1) p1"],
        pattern("0", level(0, "", "none"), level(1, "%2)")) + num("1", "0"),
    ),
    Case(
        "a deeper level before any upper one shows the upper at its start",
        listed(("1", 1), ("1", 1), ("1", 0), ("1", 1)),
        ["1.1 p0", "1.2 p1", "2. p2", "2.1 p3"],
        pattern("0", *LEGAL) + num("1", "0"),
    ),
    Case(
        "an empty numbered paragraph counts",
        (para("one", num="1"), para("", num="1"), para("three", num="1")),
        ["1. one", "2.", "3. three"],
        pattern("0", *LEGAL) + num("1", "0"),
    ),
    Case(
        "a number typed by the author is split off too, and not counted",
        (para("8.2 Training"), para("one", num="1")),
        ["8.2 Training", "1. one"],
        pattern("0", *LEGAL) + num("1", "0"),
    ),
    Case(
        "unknown lists and levels are no numbers",
        (para("plain", num="9"), para("deep", num="1", level=7)),
        ["plain", "deep"],
        pattern("0", *LEGAL) + num("1", "0"),
        oracle=False,  # LibreOffice makes up levels of its own
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.why)
def test_word_draws_these_labels(case: Case) -> None:
    assert printed(*case.body, numbering=case.numbering, styles=case.styles) == case.expected


@pytest.mark.tool("soffice")
@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"),
    reason="LibreOffice is not installed",
)
def test_libreoffice_draws_the_same() -> None:
    """All cases in one file: the second opinion of another program, asked once."""
    body: list[str] = []
    numbering, styles, expected = ["", ""], "", []
    for at, case in enumerate(case for case in CASES if case.oracle):
        body += [_apart(text, at) for text in case.body]
        for found in re.findall(r"<w:abstractNum .*?</w:abstractNum>", case.numbering):
            numbering[0] += _apart(found, at)
        for found in re.findall(r"<w:num .*?</w:num>", case.numbering):
            numbering[1] += _apart(found, at)
        styles += _apart(case.styles, at)
        expected += case.expected
    data = word_file(*body, numbering="".join(numbering), styles=styles)
    ours = [block.printed for block in read_docx(data, "all.docx").blocks]
    theirs = convert_office(data, "all.docx", DOCX, "txt").decode("utf-8-sig").splitlines()
    assert ours == expected
    assert [re.sub(r"\s+", " ", line).strip() for line in theirs if line.strip()] == expected


_IDS = re.compile(r'(w:(?:abstractNumId|numId)(?: w:val)?=")(\d+)(")')
_NAMES = re.compile(
    r'(w:(?:styleId|(?:pStyle|basedOn|styleLink|numStyleLink|name) w:val)=")([^"]+)'
)


def _apart(xml: str, at: int) -> str:
    """Give ids of their own to the lists and styles of a case, so that cases do not meet."""

    def moved(found: re.Match[str]) -> str:
        if "abstract" not in found[1] and found[2] == "0":
            return found[0]
        return f"{found[1]}{int(found[2]) + 100 * (at + 1)}{found[3]}"

    return _NAMES.sub(rf"\g<1>\g<2>-{at}", _IDS.sub(moved, xml))
