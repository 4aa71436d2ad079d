import pytest

from learnt.read.pdf.tables import FoundCell, FoundRow, FoundTable, JoinedTable, join_tables
from learnt.read.pdf.tables.continued import LABEL, join_texts

HEADER = ("No.", "Recommendation", "Agency")


def row(*texts: str, header: bool = False, keys: tuple[int, ...] = ()) -> FoundRow:
    cells = tuple(FoundCell(text) for text in texts)
    return FoundRow(cells, 0.0, 0.0, header, keys=frozenset(keys))


def title(text: str, width: int = 3) -> FoundRow:
    return FoundRow((FoundCell(text), *[FoundCell(text, merged=True)] * (width - 1)), 0.0, 0.0)


def table(
    page: int, *rows: FoundRow, columns: tuple[float, ...] = (50.0, 100.0, 400.0, 500.0)
) -> FoundTable:
    return FoundTable(page, (columns[0], 50.0, columns[-1], 750.0), columns, rows, frozenset())


def texts(joined: JoinedTable) -> list[tuple[str, ...]]:
    return [r.texts for r in joined.block.rows]


HEAD = row(*HEADER, header=True)
ONE = row("1", "Write it down.", "Police")
TWO = row("2", "Meet again.", "Harbour Refuge")
THREE = row("3", "Tell the staff", "Police")


@pytest.mark.parametrize(
    ("first", "want", "why"),
    [
        (row("", "of both teams.", ""), ("3", "Tell the staff of both teams.", "Police"), "no number"),
        (row("4", "Report back.", "Police"), None, "a number of its own"),
        (row("", "Of both teams.", ""), ("3", "Tell the staff Of both teams.", "Police"), "upper case"),
        (row("", "", "and Probation"), ("3", "Tell the staff", "Police and Probation"), "one cell"),
    ],
)  # fmt: skip
def test_joins_a_row_by_its_number(first: FoundRow, want: tuple[str, ...] | None, why: str) -> None:
    (joined,) = join_tables([table(1, HEAD, ONE, TWO, THREE), table(2, first)])
    assert texts(joined)[-1] == (want or first.texts), why
    assert len(joined.block.rows) == (4 if want else 5), why


PLAN = row("Recommendation", "Scope", "Action to take", "Target date", header=True)
FULL = row("Staff should ask.", "Local", "Train all staff.", "June 2021")
CUT = row("Teams should meet and", "Local", "Agree who will", "May 2022")


@pytest.mark.parametrize(
    ("first", "is_same", "why"),
    [
        (row("write it down.", "", "chair it.", ""), True, "lower case, empty values"),
        (row("Fernshire should too.", "", "", ""), True, "values that each row has are empty"),
        (row("Leads should listen.", "National", "Ask the family.", "May 2023"), False, "all full"),
        (row("Leads should listen.", "National", "Ask the family.", ""), False, "a value of its own"),
        (row("", "", "Chair it in turn.", ""), True, "only a long cell goes on"),
    ],
)  # fmt: skip
def test_joins_a_row_without_number(first: FoundRow, is_same: bool, why: str) -> None:
    wide = (50.0, 200.0, 260.0, 400.0, 480.0)
    upper = table(1, PLAN, FULL, FULL, CUT, columns=wide)
    (joined,) = join_tables([upper, table(2, first, FULL, columns=wide)])
    assert len(joined.block.rows) == (5 if is_same else 6), why


def test_trusts_the_tags_before_the_words() -> None:
    upper = table(1, HEAD, ONE, row("2", "Meet again", "Police", keys=(7,)))
    same = table(2, row("", "Soon.", "", keys=(7,)))
    other = table(2, row("", "soon.", "", keys=(8,)))
    assert texts(join_tables([upper, same])[0])[-1] == ("2", "Meet again Soon.", "Police")
    assert texts(join_tables([upper, other])[0])[-1] == ("", "soon.", "")


def test_drops_repeated_headers() -> None:
    (joined,) = join_tables([table(1, HEAD, ONE), table(2, HEAD, TWO), table(3, HEAD, THREE)])
    assert texts(joined) == [HEADER, ONE.texts, TWO.texts, THREE.texts]
    assert [r.header for r in joined.block.rows] == [True, False, False, False]


def test_takes_a_repeated_header_off_the_row_it_is_fused_with() -> None:
    fused = row("No.", "Recommendation of both teams.", "Agency")
    (joined,) = join_tables([table(1, HEAD, ONE, THREE), table(2, fused)])
    assert texts(joined)[-1] == ("3", "Tell the staff of both teams.", "Police")


def test_keeps_every_page_and_place() -> None:
    (joined,) = join_tables([table(1, HEAD, ONE), table(2, TWO), table(3, THREE)])
    assert [place.page for place in joined.block.places] == [1, 2, 3]
    assert [r.page for r in joined.block.rows] == [1, 1, 2, 3]
    assert joined.block.rows[2].cells[0].place.page == 2


def test_joins_landscape_to_portrait() -> None:
    narrow = table(2, TWO, columns=(50.0, 90.0, 330.0, 410.0))
    assert len(join_tables([table(1, HEAD, ONE), narrow])) == 1


@pytest.mark.parametrize(
    ("lower", "why"),
    [
        (table(2, row("Name", "Role", "Agency", header=True), ONE), "another header"),
        (table(2, ONE, columns=(50.0, 250.0, 300.0, 500.0)), "other columns"),
        (table(3, TWO), "a page without the table lies between"),
        (table(1, TWO), "two tables on one page"),
    ],
)
def test_keeps_different_tables_apart(lower: FoundTable, why: str) -> None:
    assert len(join_tables([table(1, HEAD, ONE), lower])) == 2, why


def test_keeps_tables_apart_where_text_stands_between() -> None:
    pieces = [table(1, HEAD, ONE), table(2, HEAD, TWO)]
    assert len(join_tables(pieces, parted=lambda upper, lower: True)) == 2
    assert len(join_tables(pieces, parted=lambda upper, lower: False)) == 1


def test_carries_a_merged_cell_over_the_page() -> None:
    merged = FoundRow(
        (FoundCell("Ask."), FoundCell("Train", merged=False), FoundCell("May 2021")), 0.0, 0.0
    )
    again = FoundRow(
        (FoundCell("Ask.", merged=True), FoundCell("Audit."), FoundCell("June 2021")), 0.0, 0.0
    )
    head = row("Recommendation", "Action", "Target date", header=True)
    lower = table(2, row("", "Report.", "July 2021"))
    (joined,) = join_tables([table(1, head, merged, again), lower])
    assert texts(joined)[-1] == ("Ask.", "Report.", "July 2021")
    assert joined.block.rows[-1].cells[0].merged


def test_keeps_a_group_title_on_the_next_page() -> None:
    (joined,) = join_tables([table(1, HEAD, ONE), table(2, title("Theme two: Health"), TWO)])
    assert [r.spans_all for r in joined.block.rows] == [False, False, True, False]


@pytest.mark.parametrize(
    ("above", "below", "want"),
    [
        ("within 12", "months", "within 12 months"),
        ("the part-", "nership", "the partnership"),
        ("a well-under-", "stood role", "a well-understood role"),
        ("joint decision-", "making.", "joint decision-making."),
        ("Done.", "• next", "Done.\n• next"),
        ("", "text", "text"),
        ("text", "", "text"),
    ],
)
def test_joins_texts(above: str, below: str, want: str) -> None:
    assert join_texts(above, below) == want


@pytest.mark.parametrize("text", ["1", "1.", "R1", "10.4a", "(2)", "Recommendation 3:", "MA-2"])
def test_knows_a_label(text: str) -> None:
    assert LABEL.fullmatch(text)


@pytest.mark.parametrize(
    "text", ["within 12", "the 12", "2021-22", "12th", "Section", "In 2 weeks"]
)
def test_leaves_what_is_no_label(text: str) -> None:
    assert not LABEL.match(text)


def test_tells_a_title_by_the_rows_around_it() -> None:
    # an untagged or scanned title is neither bold nor a merged cell
    (joined,) = join_tables([table(1, HEAD, ONE, row("Training and staff", "", ""), TWO, THREE)])
    assert [r.spans_all for r in joined.block.rows] == [False, False, True, False, False]


def test_completes_a_merged_cell_cut_by_the_page() -> None:
    head = row("Recommendation", "Action", "Target date", header=True)
    first = row("1. Ask, and", "Train.", "May 2021")
    rest = row("write it down.", "", "")
    again = FoundRow(
        (
            FoundCell("write it down.", merged=True),
            FoundCell("Audit."),
            FoundCell("June 2021"),
        ),
        0.0,
        0.0,
    )
    (joined,) = join_tables([table(1, head, first), table(2, rest, again)])
    assert texts(joined)[1:] == [
        ("1. Ask, and write it down.", "Train.", "May 2021"),
        ("1. Ask, and write it down.", "Audit.", "June 2021"),
    ]
