"""What a document tells of its people, and that it is used everywhere in the text."""

from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.deidentify.names import PUBLIC_ROLE, NameMemory, find_names, learn
from learnt.records import Block, Cell, Document, Row


def table(*rows: tuple[str, ...]) -> Block:
    return Block(kind="table", rows=tuple(Row(tuple(Cell(t) for t in row)) for row in rows))


def document(*blocks: Block | str) -> Document:
    made = tuple(
        block if isinstance(block, Block) else Block(kind="paragraph", text=block)
        for block in blocks
    )
    return Document(name="a.pdf", sha256="0", media_type="text/plain", blocks=made)


PEOPLE = table(
    ("Pseudonym", "Relationship"),
    ("Ferelith", "The victim"),
    ("Corwin", "Perpetrator"),
    ("Adult C", "Mother of the victim"),
    ("Child 1", "Ferelith's eldest daughter"),
)


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Ferelith", "victim"),
        ("Corwin", "perpetrator"),
        ("Adult C", "victim's mother"),
        ("Child 1", "victim's daughter"),
    ],
)
def test_a_table_tells_the_roles(name: str, role: str) -> None:
    assert learn(document(PEOPLE)).role_of(name) == role


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Ferelith – the victim", "Ferelith", "victim"),
        ("Perpetrator: Corwin", "Corwin", "perpetrator"),
        ("The victim, who will be known as Ferelith, was 34.", "Ferelith", "victim"),
        ("The perpetrator (hereafter “Pike”) was 40.", "Pike", "perpetrator"),
        ("The victim's brother, Oskar, spoke of her.", "Oskar", "victim's brother"),
    ],
)
def test_a_line_tells_the_role(text: str, name: str, role: str) -> None:
    assert learn(text).role_of(name) == role


def test_chair_and_panel_are_public() -> None:
    panel = table(("Name", "Role"), ("Peter Hollis", "Detective Superintendent"))
    memory = learn(document(panel, "The independent chair, Muriel Thwaite, is not of any agency."))
    found = find_names("Peter Hollis asked for the log.", memory)
    assert [(name.kind, name.role) for name in found] == [("public", PUBLIC_ROLE)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("FERELITH AND THE CHILDREN", ["FERELITH"]),
        ("Nobody asked for Ferelith’s view.", ["Ferelith"]),
        ("Support for Pebble was late.", ["Pebble"]),  # a word, known from its definition
        ("A pebble was thrown.", []),
        ("Corwin Street is long.", []),
    ],
)
def test_a_known_name_is_found_again(text: str, words: list[str]) -> None:
    memory = learn(document(PEOPLE, "The neighbour will be known as “Pebble” in this report."))
    found = [n.text for n in find_names(text, memory) if n.kind in ("name", "code")]
    assert found == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("River levels rose.", []),
        ("River was arrested.", ["River"]),
        ("Nobody asked River.", ["River"]),
        ("River", ["River"]),  # a heading or a cell
        ("River’s GP", ["River"]),
    ],
)
def test_a_word_that_is_a_pseudonym_is_judged_by_its_use(text: str, words: list[str]) -> None:
    memory = learn("Victim: Marjoram\nPerpetrator: River")
    assert [n.text for n in find_names(text, memory) if n.kind == "name"] == words


def test_a_row_of_the_post_tells_of_no_person_called_so() -> None:
    assert learn("Email: Dilys to housing officer").get("Email") is None


def test_a_spelt_out_acronym_is_no_person() -> None:
    memory = learn("A Training Lead (TL) was named. The TL left. TL told the panel so.")
    assert not find_names("TL said that the course had closed.", memory)


def test_memory_goes_to_json_and_back() -> None:
    memory = learn(document(PEOPLE))
    assert msgspec.json.decode(msgspec.json.encode(memory), type=NameMemory) == memory


def test_two_memories_join() -> None:
    both = learn("Ferelith | the victim").plus(learn("Oskar told Ferelith to leave."))
    assert both.role_of("Ferelith") == "victim"
    assert both.get("Oskar's") is not None


SAID = (
    "Nadia|April|told|the|GP3|Adult A|AB|(|.|\n|'s|3 May 2019|\t|Clare's Law|on|Athena|her|mother,"
    "|é|’|Ms X|Dr|-|12 Elm Road|known as|Hope"
)
WORDS = st.sampled_from(SAID.split("|"))


@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=20).map(" ".join)))
def test_findings_are_in_order_and_say_their_words(text: str) -> None:
    found = find_names(text, learn(text))
    assert all(text[name.start : name.end] == name.text and name.text for name in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
