"""What is written as JSON comes back the same, fits its schema, and keeps the published contract."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import learnt
from learnt.export.as_json import encode_lines
from learnt.export.schema import schema_of
from learnt.records import Block, Document, Review
from tests.export.factories import recommendation, review

CONTRACT = {
    "": "schema review documents recommendations actions lessons unplaced warnings",
    "review": (
        "title kind csp published completed death_date year_of_death chair author panel summary "
        "source_url printed_count evidence"
    ),
    "documents": "name sha256 media_type pages language",
    "recommendations": "id ref text addressees level scope context evidence confidence",
    "actions": (
        "id recommendation scope action lead milestones target_date target_printed completed "
        "completed_printed outcome evidence"
    ),
}
"""The fields of `learnt.review/1`: more may come, none goes."""


@pytest.mark.parametrize("part", CONTRACT)
def test_the_contract_keeps_every_field(part: str) -> None:
    whole = json.loads(learnt.to_json(review()))
    held = whole if not part else whole[part]
    record = held[0] if isinstance(held, list) else held
    assert set(CONTRACT[part].split()) <= set(record)


def test_a_review_comes_back_the_same() -> None:
    assert learnt.from_json(learnt.to_json(review())) == review()


def test_a_document_comes_back_the_same() -> None:
    document = Document(
        name="a.md",
        sha256="x",
        media_type="text/markdown",
        blocks=(Block(kind="paragraph", text="a"),),
    )
    assert learnt.from_json(learnt.to_json(document)) == document


@given(text=st.text(), ref=st.text(max_size=8), context=st.none() | st.text())
def test_any_text_survives(text: str, ref: str, context: str | None) -> None:
    whole = review(recommendation(text=text, ref=ref, context=context))
    assert learnt.from_json(learnt.to_json(whole)) == whole
    assert len(encode_lines([whole, whole]).split("\n")) == 3


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": "learnt.review/9"}', '{"schema": "learnt.review/1", "review": 3}'],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"not JSON|neither|schema"):
        learnt.from_json(text)


def test_what_is_written_fits_the_schema() -> None:
    validator = Draft202012Validator(schema_of("review"))
    assert not list(validator.iter_errors(json.loads(learnt.to_json(review()))))
    assert not list(validator.iter_errors(json.loads(learnt.to_json(Review()))))


def test_the_schema_refuses_what_is_wrong() -> None:
    validator = Draft202012Validator(schema_of("review"))
    wrong = msgspec.to_builtins(review()) | {"schema": "other"}
    assert list(validator.iter_errors(wrong))
    assert list(validator.iter_errors(msgspec.to_builtins(review()) | {"recommendations": [{}]}))
