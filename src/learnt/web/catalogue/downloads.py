"""One review as a file: CSV for a spreadsheet, JSON for a program."""

import csv
import io
import json
from typing import Any

from learnt import __version__
from learnt.export.as_csv import harmless
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Review

COLUMNS = (
    "review",
    "ref",
    "recommendation",
    "addressed_to",
    "agencies",
    "themes",
    "main_theme",
    "level",
    "scope",
    "page",
    "checked",
    "context",
    "id",
    "learnt_version",
    "codebook_version",
    "data_of",
)


def versions(review: Review) -> dict[str, str]:
    """Give what the data was made with: of the software that read it, and when it was published."""
    return {
        "learnt_version": str(review.versions.get("learnt", __version__)),
        "codebook_version": str(review.versions.get("codebook", own_codebook().version)),
        "data_of": f"{review.changed_at:%Y-%m-%d}",
    }


def rows_of(review: Review) -> list[dict[str, Any]]:
    """Give a row a recommendation, with the names of `COLUMNS`."""
    made = versions(review)
    return [
        {
            "review": review.title,
            "ref": item.ref,
            "recommendation": item.text,
            "addressed_to": " | ".join(body.printed for body in item.addressees.all()),
            "agencies": " | ".join(body.agency for body in item.addressees.all()),
            "themes": " | ".join(theme.theme for theme in item.themes.all()),
            "main_theme": item.main_theme,
            "level": item.level,
            "scope": item.scope,
            "page": item.page,
            "checked": item.checked,
            "context": item.context,
            "id": item.key,
        }
        | made
        for item in review.recommendations.prefetch_related("addressees", "themes")
    ]


def review_csv(review: Review) -> bytes:
    """Give the recommendations as CSV: UTF-8 with a byte order mark; no cell runs as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, COLUMNS)
    writer.writeheader()
    for row in rows_of(review):
        writer.writerow({name: harmless(value) for name, value in row.items()})
    return stream.getvalue().encode("utf-8-sig")


def review_json(review: Review) -> bytes:
    """Give the public record (`learnt.public/1`) with the versions that made it."""
    record = json.loads(review.record) | {"made_with": versions(review)}
    return json.dumps(record, ensure_ascii=False, indent=2).encode()
