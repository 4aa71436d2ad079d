import itertools
from dataclasses import replace

import pytest

from learnt.read.pdf.ink import Edge, Page, Panel, Word
from learnt.read.pdf.tables import FoundTable, find_tables, join_tables
from tests.read.pdf.tables.inked import column, lattice, level, page, upright, words

PROSE = [
    "The panel heard that the two services had met in spring",
    "and had agreed a way to share what each of them knew of",
    "the family. Nobody wrote this down, so new members of",
    "staff could not know of it and did not act upon it when",
    "the next call came. The panel found that a written note",
    "would have helped them, and that it still does not exist.",
]


def texts(table: FoundTable) -> list[tuple[str, ...]]:
    return [row.texts for row in table.rows]


def two_by_three() -> list[Word]:
    return [
        *words("No.", 52, 102, bold=True),
        *words("Recommendation", 102, 102, bold=True),
        *words("Agency", 402, 102, bold=True),
        *words("1", 52, 122),
        *column(["The partnership should write", "down what was agreed."], 102, 122),
        *words("Harbour Refuge", 402, 122),
    ]


HEADER = ("No.", "Recommendation", "Agency")
FIRST = ("1", "The partnership should write down what was agreed.", "Harbour Refuge")
XS, YS = (50.0, 100.0, 400.0, 500.0), (100.0, 120.0, 150.0)


def dashed(edge: Edge) -> list[Edge]:
    if edge.upright:
        y = range(int(edge.top), int(edge.bottom), 8)
        return [Edge(True, edge.x0, t, edge.x1, t + 5) for t in y]
    x = range(int(edge.x0), int(edge.x1), 8)
    return [Edge(False, at, edge.top, at + 5, edge.bottom) for at in x]


@pytest.mark.parametrize(
    ("edges", "why"),
    [
        (lattice(XS, YS), "a full grid"),
        (
            [e for e in lattice(XS, YS) if not (e.upright and e.x0 in (50.0, 500.0))],
            "no sides, as in many house styles",
        ),
        (
            [e for e in lattice(XS, YS) if e.upright or e.top != 150.0],
            "no line at the bottom, where a page break cuts the row",
        ),
        ([d for e in lattice(XS, YS) for d in dashed(e)], "dashes"),
        (
            lattice(XS, YS) + lattice([x + 1.5 for x in XS], [y + 1.5 for y in YS]),
            "double lines",
        ),
        ([level(y, 50, 500) for y in YS], "level lines alone"),
        ([level(y, a, b) for y in YS for a, b in ((50, 95), (105, 395), (405, 500))], "in pieces"),
    ],
)
def test_reads_ruled_tables(edges: list[Edge], why: str) -> None:
    (table,) = find_tables(page(two_by_three(), edges))
    assert texts(table) == [HEADER, FIRST], why
    assert [row.header for row in table.rows] == [True, False]
    assert table.used == frozenset(range(len(two_by_three())))


def test_reads_cells_drawn_as_boxes() -> None:
    # some engines stroke each cell as a rectangle of its own, a point apart
    edges = []
    for x0, x1 in itertools.pairwise(XS):
        for top, bottom in itertools.pairwise(YS):
            edges += lattice((x0 + 0.5, x1 - 0.5), (top + 0.5, bottom - 0.5))
    (table,) = find_tables(page(two_by_three(), edges))
    assert texts(table) == [HEADER, FIRST]


def shaded_rows() -> Page:
    ink = []
    for row, (number, text) in enumerate(
        (("1", "Write it down."), ("2", "Meet again."), ("3", "Tell the staff."), ("4", "Report."))
    ):
        y = 102 + 20 * row
        ink += [*words(number, 52, y), *words(text, 102, y), *words("Harbour Refuge", 402, y)]
    bands = [Panel(50, 100 + 40 * i, 500, 120 + 40 * i, "#dddddd") for i in range(2)]
    return page(ink, (), bands)


def test_reads_banded_rows() -> None:
    (table,) = find_tables(shaded_rows())
    assert [row.texts[0] for row in table.rows] == ["1", "2", "3", "4"]
    assert table.rows[3].texts == ("4", "Report.", "Harbour Refuge")


def test_reads_a_table_under_its_headings_alone() -> None:
    ink = [*two_by_three(), *words("2", 52, 152), *words("Meet again.", 102, 152)]
    ink += words("Police", 402, 152)
    (table,) = find_tables(page(ink))
    assert texts(table) == [HEADER, FIRST, ("2", "Meet again.", "Police")]


def test_leaves_the_prose_beside_a_table() -> None:
    above = column(["The panel agreed these actions.", ""], 50, 60)
    below = column(PROSE, 50, 200)
    ink = [*above, *two_by_three(), *below]
    (table,) = find_tables(page(ink, lattice(XS, YS)))
    assert texts(table) == [HEADER, FIRST]
    assert len(table.used) == len(two_by_three())


def test_repeats_a_merged_cell() -> None:
    edges = [
        e
        for e in lattice((50, 200, 400), (100, 120, 140))
        if not (e.top == 120 and e.x0 < 200 and not e.upright)
    ]
    ink = [*words("Both rows", 52, 112), *words("one", 202, 105), *words("two", 202, 125)]
    (table,) = find_tables(page(ink, edges))
    assert texts(table) == [("Both rows", "one"), ("Both rows", "two")]
    assert [row.cells[0].merged for row in table.rows] == [False, True]


def test_tells_a_group_title() -> None:
    edges = [
        e
        for e in lattice(XS, (*YS, 170.0))
        if not (e.upright and 100 <= e.x0 < 500 and e.top == 150)
    ]
    ink = [
        *two_by_three(),
        *words("Theme two: what staff should know of each other's work", 52, 155),
    ]
    (table,) = find_tables(page(ink, edges))
    assert [row.spans_all for row in table.rows] == [False, False, True]


def test_tells_two_tables_on_one_page() -> None:
    other = (300.0, 320.0, 350.0)
    moved = [
        Word(w.text, w.x0, w.top + 200, w.x1, w.bottom + 200, 10, w.bold) for w in two_by_three()
    ]
    found = find_tables(page([*two_by_three(), *moved], lattice(XS, YS) + lattice(XS, other)))
    assert [texts(table) for table in found] == [[HEADER, FIRST], [HEADER, FIRST]]


def test_flattens_a_nested_table() -> None:
    edges = lattice(XS, (100, 120, 190)) + lattice((110, 200, 300), (150, 165, 180))
    ink = [*two_by_three(), *words("inner one", 112, 152), *words("two", 202, 152)]
    (table,) = find_tables(page(ink, edges))
    assert table.rows[1].texts[1].endswith("inner one two")


def test_reads_turned_headings() -> None:
    turned = [
        Word("Lead", 402, 140, 412, 160, 10, True, angle=270),
        Word("agency", 402, 104, 412, 136, 10, True, angle=270),
    ]
    edges = lattice((50, 100, 400, 420), (100, 165, 190))
    ink = [
        *words("No.", 52, 130),
        *words("Action", 102, 130),
        *turned,
        *words("1", 52, 170),
        *words("Meet.", 102, 170),
        *words("x", 405, 170),
    ]
    (table,) = find_tables(page(ink, edges))
    assert table.rows[0].texts == ("No.", "Action", "Lead agency")


def contents() -> list[Word]:
    lines = ("1. Introduction", "2. Terms of reference", "3. Recommendations", "4. Action plan")
    ink = []
    for index, line in enumerate(lines):
        ink += [
            *words(f"{line} {'.' * 60}", 50, 100 + 15 * index),
            *words(str(index + 3), 500, 100 + 15 * index),
        ]
    return ink


def hanging() -> list[Word]:
    return [
        *words("1.", 50, 100),
        *column(PROSE, 80, 100),
        *words("2.", 50, 180),
        *column(PROSE, 80, 180),
    ]


BOX = lattice((48.0, 400.0), (95.0, 180.0))


RULES = [level(60, 50, 545), level(800, 50, 545)]
GUTTER = column(PROSE, 50, 100) + column(PROSE, 330, 100)
LISTED = [*words("•", 50, 100), *column(PROSE, 62, 100)]
PAIR = words("Action", 50, 100) + words("Lead", 330, 100) + column(PROSE, 50, 120)
STACKED = lattice((48.0, 400.0), (95.0, 135.0, 180.0))
UNDERLINES = [level(111, 50, 90), level(135, 50, 120), level(159, 60, 99)]
TITLE = words("Recommendations", 50, 100, bold=True) + column(PROSE, 50, 120)
NEAR_MISSES = [
    (page(GUTTER), "prose in two columns"),
    (page(GUTTER, RULES), "prose in two columns between the rules of header and footer"),
    (page(contents()), "a contents page"),
    (page(hanging()), "hanging numbers"),
    (page(hanging(), RULES), "hanging numbers on a page with rules"),
    (page(LISTED, (), [Panel(45, 95, 400, 180, "#eeeeee")]), "a list in a shaded box"),
    (page(column(PROSE, 50, 100), BOX), "a callout with one cell"),
    (page(column(PROSE, 50, 100), STACKED), "a box in two parts, one column"),
    (page(column(PROSE, 50, 100), UNDERLINES), "underlined words"),
    (page(column(PROSE, 50, 100), [upright(40, 90, 190), level(90, 40, 560)]), "a marginal bar"),
    (page(PAIR), "two words that could head columns, and prose"),
    (page(TITLE), "a heading"),
]


@pytest.mark.parametrize(("near", "why"), NEAR_MISSES, ids=[why for _, why in NEAR_MISSES])
def test_leaves_what_is_no_table(near: Page, why: str) -> None:
    assert find_tables(near) == [], why


def test_ignores_words_known_as_furniture() -> None:
    ink = [*two_by_three(), *words("Page", 52, 165), *words("3", 102, 165)]
    known = range(len(two_by_three()), len(ink))
    (table,) = find_tables(page(ink), ignore=known)
    assert texts(table) == [HEADER, FIRST]


def test_leaves_a_heading_below_the_rule_of_the_running_header() -> None:
    rules = [level(y, 50, 500) for y in (60, *YS)]
    (table,) = find_tables(page([*words("9 Action plan", 52, 75), *two_by_three()], rules))
    assert texts(table) == [HEADER, FIRST]


def test_merges_what_a_partial_line_leaves_together() -> None:
    rules = [level(100, 50, 500), level(120, 50, 500), level(170, 50, 500), level(148, 400, 500)]
    ink = [*two_by_three(), *words("Police", 402, 152)]
    (table,) = find_tables(page(ink, rules))
    assert texts(table)[1:] == [FIRST, (*FIRST[:2], "Police")]
    assert [cell.merged for cell in table.rows[2].cells] == [True, True, False]


def test_parts_columns_where_every_second_row_has_no_borders() -> None:
    edges = [e for e in lattice(XS, YS) if not (e.upright and e.top == 120 and 50 < e.x0 < 500)]
    (table,) = find_tables(page(two_by_three(), edges))
    assert texts(table) == [HEADER, FIRST]


def test_mends_a_word_that_a_narrow_column_cuts() -> None:
    ink = [
        *column(["Recommen", "dation"], 52, 102),
        *words("Agency", 102, 102),
        *column(["Meet", "again"], 52, 132),
        *words("Recommendation", 102, 132),
    ]
    (table,) = find_tables(page(ink, lattice((50, 93, 300), (100, 130, 160))))
    assert table.rows[0].texts[0] == "Recommendation"
    assert table.rows[1].texts[0] == "Meet again"


def test_leaves_out_borders_that_a_recogniser_read() -> None:
    ink = [*two_by_three(), *words("|", 98, 122), *words("_", 396, 122)]
    scanned = Page(1, 595.0, 842.0, tuple(ink), tuple(lattice(XS, YS)), source="ocr")
    (table,) = find_tables(scanned)
    assert texts(table) == [HEADER, FIRST]


def plan_of(number: int) -> list[Word]:
    y = 102 + 40 * number
    return [
        *words(f"{number}", 52, y),
        *column(["The partnership should", "write down its plan."], 102, y),
        *column(["Harbour", "Refuge"], 402, y),
    ]


def test_cuts_rows_that_no_line_parts() -> None:
    ink = [*two_by_three()[:3], *(word for number in (1, 2, 3) for word in plan_of(number))]
    (table,) = find_tables(page(ink, lattice(XS, (100, 120, 260))))
    text = "The partnership should write down its plan."
    want = [(str(number), text, "Harbour Refuge") for number in (1, 2, 3)]
    assert texts(table) == [HEADER, *want]


def test_goes_on_between_upright_lines_alone() -> None:
    # a browser draws neither top nor bottom where the page cuts a table without lines in it
    first = page([*two_by_three()], lattice(XS, YS))
    stems = [upright(x, 40, 800) for x in XS]
    second = page([*plan_of(2), *plan_of(3)], stems, number=2)
    before = find_tables(first)
    (table,) = find_tables(second, before=before)
    assert [row.texts[0] for row in table.rows] == ["2", "3"]
    assert find_tables(second) == [], "bars in the margin are no table of their own"


def test_parts_columns_where_a_word_fills_one() -> None:
    # `Regional` leaves less than a blank before the next column, whose lines begin at one x
    ink = [*words("Action", 52, 102), *words("Scope", 202, 102), *words("Lead", 245, 102)]
    for row, scope in enumerate(("Regional", "Local", "Regional")):
        y = 124 + 24 * row
        ink += [*words("Write it down", 52, y), *words(scope, 202, y), *words("Police", 245, y)]
    rules = [level(y, 50, 400) for y in (100, 120, 144, 168, 192)]
    (table,) = find_tables(page(ink, rules))
    assert [row.texts for row in table.rows][1] == ("Write it down", "Regional", "Police")


def test_leaves_the_labels_of_a_drawing() -> None:
    ink = [*words("stick", 220, 110), *words("slide", 60, 135)]
    assert find_tables(page(ink, lattice((50, 200, 400), (100, 125, 150)))) == []


def test_tells_how_sure_the_recogniser_was() -> None:
    ink = [replace(word, confidence=0.5) for word in two_by_three()]
    scanned = Page(1, 595.0, 842.0, tuple(ink), tuple(lattice(XS, YS)), source="ocr")
    (joined,) = join_tables(find_tables(scanned))
    assert (joined.block.source, joined.block.confidence) == ("ocr", 0.5)
