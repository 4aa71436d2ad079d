import json
from pathlib import Path

import pytest

from learnt.read.plain import read_plain
from learnt.read.wrapping import join_lines
from learnt.records import Document

SHARED = Path(__file__).parents[3] / "shared" / "data"


def read(text: str) -> Document:
    return read_plain(text.encode(), "r.txt")


WRAPPED = """1. Introduction

This report was written by a panel that met six times over the course of
two years and heard from nine agencies. It thanks the family for their
patience. The panel was told of under-
used services in the county.

Recommendation 1
That the council reviews how it records the concerns that are raised by
neighbours within 12 months.
  (a) by training staff who answer the telephone so that they know what
      they should write down
  (b) by audit

8.2 The panel heard from a neighbour who had called the council at least
three times in the year before the death.
"""


def test_wrapped_text_is_joined() -> None:
    found = read(WRAPPED).blocks
    assert [(block.kind, block.number) for block in found] == [
        ("heading", "1."),
        ("paragraph", ""),
        ("heading", ""),
        ("paragraph", ""),
        ("item", "(a)"),
        ("item", "(b)"),
        ("paragraph", "8.2"),
    ]
    assert found[1].text.endswith("The panel was told of underused services in the county.")
    assert found[3].text.endswith("raised by neighbours within 12 months.")
    assert found[4].text.endswith("so that they know what they should write down")


def test_double_spaced_text_is_joined() -> None:
    text = "\n\n".join(
        f"all of this line number {at} is long enough to be wrapped and" for at in range(30)
    )
    assert len(read(text + "\n\nends here.").blocks) == 1


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = (
        "First " + "word " * 60 + "\nSecond " + "word " * 60 + "\nPublished: May 2025\nYear: 2020\n"
    )
    assert [block.text.split(" ")[0] for block in read(text).blocks] == [
        "First",
        "Second",
        "Published:",
        "Year:",
    ]


def test_pages_and_running_lines() -> None:
    words = ("council", "hospital", "school", "police")
    pages = [
        f"Review of a death{' ' * 40}Official\n\nRecommendation {at}\n"
        f"That the {word} trains all of its staff who meet adults at risk and then\n"
        f"tells the {word} board what has come of it before the year has ended.\n\nPage {at} of 4\n"
        for at, word in enumerate(words, start=1)
    ]
    found = read("\f".join(pages))
    assert found.pages == 4
    assert [item.kind for item in found.furniture[:2]] == ["header", "page-number"]
    assert [block.text for block in found.blocks][::2] == [
        f"Recommendation {at}" for at in range(1, 5)
    ]
    assert [block.page for block in found.blocks] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert all("Official" not in block.text for block in found.blocks)


def test_sentence_over_a_page_is_joined() -> None:
    line = "of them the panel heard that neighbours had called the council at least"
    found = read(
        f"{line}\n{line}\n{line}\n{line}\f\nthree times that year.\nNobody wrote it down.\n"
    )
    assert len(found.blocks) == 2
    assert found.blocks[0].text.endswith("at least three times that year.")
    assert [block.page for block in found.blocks] == [1, 2]


def test_contents_lines_are_furniture() -> None:
    found = read(
        "Contents\n1 Terms of reference ........ 3\n2 The panel . . . . . . . 12\n\nText of it.\n"
    )
    assert [item.kind for item in found.furniture] == ["contents", "contents"]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["multi-", "agency"], "multi-agency"),  # no word without its hyphen
        (["a recommen-", "dation of"], "a recommendation of"),
        (["after self-", "harm and"], "after self-harm and"),
        (["face-", "to-face"], "face-to-face"),
        (["the Multi-", "Agency panel"], "the Multi- Agency panel"),
        (["a", "", " b "], "a b"),
    ],
)
def test_lines_join(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


def test_table_within_text() -> None:
    found = read(
        "Extracted recommendations\n| # | Text | To |\n|---|---|---|\n| R1 | Act | A | B |\nAfter it.\n"
    )
    assert [block.kind for block in found.blocks] == ["heading", "table", "paragraph"]
    assert found.blocks[1].rows[1].texts == ("R1", "Act", "A | B")


def test_long_rows_among_wrapped_lines_stay_whole() -> None:
    row = "IMR1 That the council " + "reviews its records and " * 8 + "acts. Council"
    found = read(f"{WRAPPED}\n{row}\n{row.replace('IMR1', 'IMR2')}\n").blocks
    assert [block.number for block in found[-2:]] == ["IMR1", "IMR2"]
    assert found[1].text.startswith("This report")
    assert found[1].text.endswith("in the county.")


def test_cells_parted_by_tabs_are_a_table() -> None:
    found = read(
        "Term\tMeaning of the term\nIMR\tAn agency's own report\n\n8.2\tThe panel met.\n8.3\tIt heard.\n"
    )
    assert [block.kind for block in found.blocks] == ["table", "paragraph", "paragraph"]
    assert [row.header for row in found.blocks[0].rows] == [True, False]
    assert [block.number for block in found.blocks[1:]] == ["8.2", "8.3"]


TITLED = """Recommendation {0}: {1}

What the Board should do

The council should write to each household that has asked it for help.

"""


def test_numbered_titles_are_headings() -> None:
    """Each title stands over headings of its own."""
    names = ("Training", "Record keeping", "Working together")
    text = "RECOMMENDATIONS MADE\n\n" + "".join(map(TITLED.format, "123", names))
    found = read(text).blocks
    assert [block.level for block in found if block.kind == "heading"] == [1, *[2, 3] * 3]


def test_numbered_sentences_are_no_headings() -> None:
    asks = ("Train all staff.", "The council should act on this.", "Tell the family.")
    text = "".join(map(TITLED.replace("What the Board should do\n\n", "").format, "123", asks))
    assert "heading" not in [block.kind for block in read(text).blocks]


def test_bullet_goes_on_below_its_words() -> None:
    """A sentence that begins a line of a bullet is none of its own."""
    found = read(
        WRAPPED
        + """
  • To ensure that interpreters are used and that relatives never interpret.
    Assurance of this should be provided.
  • To train staff.
"""
    ).blocks
    assert [block.number for block in found[-2:]] == ["•", "•"]


def test_contents_without_leaders_are_furniture() -> None:
    names = ("1 Introduction", "2 Findings", "3 Recommendations")
    body = "".join(
        f"{name}\n\nThe text of the chapter, long enough to be one.\n\n" for name in names
    )
    contents = "\n".join(names)
    found = read(f"Contents\n{contents}\n\n{body}")
    assert [item.text for item in found.furniture] == ["Contents", *names]
    assert [block.printed for block in found.blocks if block.kind == "heading"] == list(names)


def test_a_chapter_on_contents_stays() -> None:
    found = read("Contents\n\nOf the letters little is known; the panel read each one.\n")
    assert len(found.blocks) == 2
    assert not found.furniture


needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared pages are not here")


@needs_shared
def test_library_page_whose_table_lost_its_cells() -> None:
    found = read_plain((SHARED / "library-pages" / "norfolk-2023.txt").read_bytes(), "p.txt")
    gold = json.loads((SHARED / "gold" / "norfolk-2023.json").read_text())["recommendations"]
    lines = {block.number: block.text for block in found.blocks if block.number}
    assert {entry["ref"] for entry in gold} == set(lines)
    assert all(lines[entry["ref"]].startswith(entry["text"][:60]) for entry in gold)


@needs_shared
def test_library_page_with_its_table() -> None:
    found = read_plain((SHARED / "library-pages" / "norfolk-2025.txt").read_bytes(), "p.txt")
    gold = json.loads((SHARED / "gold" / "norfolk-2025.json").read_text())["recommendations"]
    (table,) = [block for block in found.blocks if block.kind == "table"]
    rows = {row.texts[0]: row.texts for row in table.rows[1:] if not row.spans_all}
    for entry in gold:
        _, text, addressees = rows[entry["ref"]]
        assert text == entry["text"]
        assert addressees.split(" | ") == entry["addressees"]
