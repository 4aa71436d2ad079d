"""The tables of the dataset: the columns of the register's tables that the public may see.

What they mean stands in `rules/register.toml`; here is which of them there are, and what holds of them
in public beside that.
"""

from typing import Any

import msgspec

from learnt.register import Choices, Column, Table, schema

PUBLIC: dict[str, dict[str, dict[str, Any]]] = {
    "incidents": {
        "incident_id": {},
        "csp": {},
        "partnership": {},
        "region": {},
        "death_date": {
            "meaning": "The year of death; in public no more is told.",
            "pattern": r"\d{4}",
        },
        "review_status": {"choices": Choices(values=("published",))},
        "published_on": {},
        "review_kind": {},
        "fictional": {"required": True},
    },
    "documents": {
        "document_id": {},
        "incident_id": {},
        "title": {"required": True},
        "report_url": {},
        "document_part": {},
        "sha256": {},
        "media_type": {},
        "pages": {},
        "language": {},
    },
    "recommendations": {
        "recommendation_id": {},
        "document_id": {},
        "incident_id": {"required": True},
        "order": {"required": True},
        "reference": {},
        "title": {},
        "text": {"required": True},
        "context": {},
        "addressees": {},
        "agencies": {},
        "agencies_now": {},
        "agency_types": {},
        "level": {},
        "scope": {},
        "themes": {},
        "main_theme": {},
        "page": {},
        "checked": {"required": True},
        "checked_on": {},
        "repeat_group": {},
        "confidence": {},
        "read_with": {},
        "coded_with": {},
    },
}
"""The columns of each table in their order, and what is changed of them in public."""


def _public(table: Table, told: dict[str, dict[str, Any]]) -> Table:
    columns: list[Column] = [
        msgspec.structs.replace(table.column(name), **changed) for name, changed in told.items()
    ]
    return msgspec.structs.replace(table, columns=tuple(columns))


TABLES = tuple(_public(schema().table(name), told) for name, told in PUBLIC.items())
