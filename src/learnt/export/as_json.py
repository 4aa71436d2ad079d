"""Reviews and documents as JSON, one object or one a line; and back."""

from collections.abc import Iterable

import msgspec

from learnt.records import SCHEMA, Document, Review


def encode(record: Review | Document) -> str:
    """Give a record as JSON, indented by two blanks, with a line end."""
    return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"


def encode_lines(reviews: Iterable[Review]) -> str:
    """Give each review as JSON on a line of its own."""
    return "".join(msgspec.json.encode(review).decode() + "\n" for review in reviews)


def decode(text: str | bytes) -> Review | Document:
    """Give back what `encode` wrote; raises `ValueError` for anything else."""
    try:
        raw = msgspec.json.decode(text)
    except msgspec.MsgspecError as error:
        raise ValueError(f"not JSON: {error}") from error
    if not isinstance(raw, dict):
        raise ValueError("neither a review nor a document: not an object")
    if "schema" in raw and raw["schema"] != SCHEMA:
        raise ValueError(f"schema {raw['schema']!r} is not {SCHEMA!r}")
    kind: type[Review | Document] = Review if "schema" in raw else Document
    try:
        return msgspec.convert(raw, kind)
    except msgspec.ValidationError as error:
        raise ValueError(f"neither a review nor a document: {error}") from error
