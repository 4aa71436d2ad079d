"""JSON Schema of what Learnt writes, made from the records themselves."""

from typing import Any

import msgspec

from learnt.records import SCHEMA, Document, Review

DIALECT = "https://json-schema.org/draft/2020-12/schema"
KINDS: dict[str, type[Review | Document]] = {"review": Review, "document": Document}


def schema_of(kind: str) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a `review` or a `document`."""
    schema = msgspec.json.schema(KINDS[kind])
    if kind == "review":
        schema["$defs"]["Review"]["properties"]["schema"] = {"const": SCHEMA}
        schema["$defs"]["Review"]["required"] = ["schema"]
    title = f"A review ({SCHEMA})" if kind == "review" else "A document as Learnt reads it"
    return {"$schema": DIALECT, "title": title, **schema}


def schema_text(kind: str) -> str:
    """Give the schema as JSON, indented by two blanks, with a line end."""
    encoded = msgspec.json.encode(schema_of(kind), order="deterministic")
    return msgspec.json.format(encoded, indent=2).decode() + "\n"
