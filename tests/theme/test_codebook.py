"""The codebooks: the project's own, and one that a user brings."""

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from learnt.errors import BadRule
from learnt.theme import load_codebook, own_codebook
from learnt.theme.codebook import cues_of
from learnt.theme.cues import own_cues
from learnt.theme.page import OWN as OWN_PAGE
from learnt.theme.page import page
from learnt.theme.rule_coder import rule_coder

Write = Callable[[str, str], Path]

OWN = """
version = "1"
source = "made for a test"

[[theme]]
id = "birds"
axis = "subject"
name = "Birds"
asks_for = "Anything for birds."
home_office = "support"

[[theme]]
id = "boxes"
axis = "change"
name = "Boxes"
asks_for = "Boxes put up."

[sets]
birds = "robin* wren*"

[cues.birds]
strong = ["{birds}", "nests"]
never = ["robin hood"]

[cues.boxes]
verb = ["box*"]
strong = ["nest box*"]
"""


def test_every_theme_of_the_own_codebook_has_cues_and_a_source() -> None:
    book = own_codebook()
    assert set(own_cues().cues) == set(book.ids)
    assert len(book.ids) == 19
    assert book.source
    assert own_cues().source


def test_the_own_codebook_is_the_one_that_was_designed(shared: Path) -> None:
    designed = tomllib.loads((shared.parent / "design" / "codebook.toml").read_text("utf-8"))
    own = [
        {name: getattr(theme, name) for name in entry}
        for theme, entry in zip(own_codebook().theme, designed["theme"], strict=True)
    ]
    assert own == designed["theme"]
    assert own_codebook().version == designed["version"]


def test_the_crosswalks_name_only_what_is_published() -> None:
    book = own_codebook()
    groups = {book.counterpart(theme, "home_office") for theme in book.ids} - {""}
    assert groups == {"assessment", "records", "support", "risk", "referrals", "training", "policy"}


def test_a_users_codebook_works_without_touching_code(write: Write) -> None:
    coder = rule_coder(load_codebook(write("own.toml", OWN)))
    codings = coder.code("The club should put up nest boxes for robins.")
    assert (codings.main, set(codings.ids)) == ("boxes", {"birds", "boxes"})
    assert [one.id for one in codings.subject] == ["birds"]
    assert coder.code("The club should read Robin Hood aloud.").codings == ()
    assert "training" not in coder.code("Train all staff.").ids


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("[cues.birds]", "[cues.bird]"), r"cues.bird: the codebook has no theme 'bird'"),
        (('"{birds}"', '"{bees}"'), r"cues.birds: there is no set of words \{bees\}"),
        (('"nests"', '"... nests"'), r"cues.birds: the phrase '... nests' must begin"),
        (('id = "boxes"', 'id = "birds"'), "the theme 'birds' stands there twice"),
        (('axis = "change"', 'axis = "chance"'), r"Invalid enum value 'chance'"),
        (('name = "Birds"', 'nom = "Birds"'), "own.toml: Object"),
        (("strong = [", "strogn = ["), "unknown field `strogn`"),
        (("[cues.boxes]", "[cues.boxes]\nparts = {noun = 1.0}"), "there is no part 'noun'"),
        (('version = "1"', "version = "), "own.toml: Invalid value"),
    ],
)
def test_a_fault_is_told_in_one_line(write: Write, change: tuple[str, str], told: str) -> None:
    path = write("own.toml", OWN.replace(*change))
    with pytest.raises(BadRule, match=told) as error:
        cues_of(load_codebook(path))
    assert "\n" not in str(error.value)


def test_a_codebook_needs_themes_and_cues(write: Write, tmp_path: Path) -> None:
    with pytest.raises(BadRule, match="there are no cues"):
        load_codebook(write("a.toml", re.split(r"\[sets\]", OWN)[0]))
    with pytest.raises(BadRule, match="there is no"):
        load_codebook(write("b.toml", 'version = "1"\ntheme = []\n'))
    with pytest.raises(BadRule, match="No such file"):
        load_codebook(tmp_path / "none.toml")


def test_cues_of_a_text_that_was_read_can_be_left_out(write: Write) -> None:
    later = OWN + '\n[[tuned]]\nseen = "a page"\n[tuned.cues.birds]\nstrong = ["owl*"]\n'
    book = load_codebook(write("own.toml", later))
    assert rule_coder(book).code("Feed the owls.").main == "birds"
    assert rule_coder(book, without=["a page"]).code("Feed the owls.").main is None


def test_the_page_of_the_codebook_is_up_to_date() -> None:
    written = (Path(__file__).resolve().parents[2] / "docs" / "codebook.md").read_text("utf-8")
    assert written == page(own_codebook())


def test_the_example_on_the_page_is_a_codebook(write: Write) -> None:
    example = OWN_PAGE.partition("```toml\n")[2].partition("```")[0]
    coder = rule_coder(load_codebook(write("own.toml", example)))
    assert coder.code("The council should rehouse tenants in safe flats.").main == "housing"
    assert coder.code("Care homes should be inspected.").main is None
