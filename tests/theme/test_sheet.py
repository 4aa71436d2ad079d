"""Codings as a table: written, read back, checked, merged."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.records import ThemeCoding
from learnt.theme import own_codebook
from learnt.theme.coder import Codings
from learnt.theme.sheet import BadSheet, CodedRow, merge_rows, read_rows, rows_of, write_rows

BOOK = own_codebook()
HEAD = "recommendation_id,coder,theme,main\n"


def read(text: str, ids: list[str] | None = None) -> list[CodedRow]:
    return read_rows(text.encode(), "a.csv", BOOK, ids)


def test_a_coding_is_a_row_a_theme() -> None:
    codings = Codings(codings=(ThemeCoding("risk"), ThemeCoding("policy")), main="risk")
    rows = [CodedRow("r1", "A", "risk", True), CodedRow("r1", "A", "policy")]
    assert rows_of("r1", "A", codings) == rows


def test_no_theme_is_a_row_too() -> None:
    assert rows_of("r1", "A", Codings()) == [CodedRow("r1", "A", "")]


NAMES = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=9).filter(
    lambda name: name == name.strip() and not name.startswith("'")
)


@given(st.dictionaries(st.tuples(NAMES, NAMES), st.sets(st.sampled_from(BOOK.ids)), max_size=6))
def test_what_is_written_is_read_back(coded: dict[tuple[str, str], set[str]]) -> None:
    rows = [
        CodedRow(ident, coder, theme, place == 0)
        for (ident, coder), themes in coded.items()
        for place, theme in enumerate(sorted(themes))
    ]
    assert read(write_rows(rows)) == rows


def test_what_a_spreadsheet_would_run_is_written_harmless() -> None:
    assert "'=1+1" in write_rows([CodedRow("=1+1", "A", "risk")])


def test_texts_may_stand_beside() -> None:
    written = write_rows([CodedRow("r1", "A", "")], {"r1": "Train, all"})
    assert written.splitlines()[1] == 'r1,A,,,"Train, all"'
    assert read(written) == [CodedRow("r1", "A", "")]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "r1,A,risk,yes\n",
        "\ufeff" + HEAD + "r1,A,risk,TRUE\r\n\r\n",
        "recommendation_id;coder;theme;main\nr1;A;risk;x\n",  # as some countries' Excel writes it
        "Main,note,theme,coder,recommendation_id\n1,hm,risk,A,r1\n",
        HEAD + " r1 , A , risk , y \n",
    ],
)
def test_sheets_as_people_save_them(text: str) -> None:
    assert read(text) == [CodedRow("r1", "A", "risk", True)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (HEAD + "r1,A,rsik,\n", r"line 2, column 3 \(theme\): the codebook has no theme 'rsik'"),
        (HEAD + ",A,risk,\n", r"line 2, column 1 \(recommendation_id\): is empty"),
        (HEAD + "r1,,risk,\n", r"line 2, column 2 \(coder\): is empty"),
        (HEAD + "r9,A,risk,\n", r"column 1 \(recommendation_id\): there is no recommendation 'r9'"),
        (HEAD + "r1,A,risk,maybe\n", r"column 4 \(main\): 'maybe' is neither yes nor no"),
        (HEAD + "r1,A,risk,\nr1,A,risk,\n", r"line 3, column 3 \(theme\): risk stands there twice"),
        (HEAD + "r1,A,risk,1\nr1,A,policy,1\n", "line 3, column 4 .main.: there is a main theme"),
        (HEAD + "r1,A,,\nr1,A,policy,1\n", "line 3, column 3 .theme.: a coder who gave a theme"),
        (HEAD + "r1,A,,1\n", "no theme cannot be the main theme"),
        ("recommendation_id,coder\n", "line 1: there is no column theme"),
        ("", "line 1: there is no column"),
        (HEAD + "r1,A,a,\nr1,A,b,\n", r"\(and 1 more\)"),
    ],
)
def test_faults_are_told_with_line_and_column(text: str, told: str) -> None:
    with pytest.raises(BadSheet, match=told):
        read(text, ["r1"])


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(BadSheet, match="not UTF-8"):
        read_rows(b"\xff\xfe", "a.csv", BOOK)


def test_a_coder_replaces_only_what_the_same_coder_said() -> None:
    old = [CodedRow("r1", "A", "risk"), CodedRow("r1", "B", "risk"), CodedRow("r2", "A", "risk")]
    new = [CodedRow("r1", "A", "policy")]
    assert merge_rows(old, new) == [new[0], old[1], old[2]]
