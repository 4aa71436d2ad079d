"""What was found as a file: CSV and XLSX for a spreadsheet, JSON for a program.

Each row tells what made it: versions of the software and the codebook that read the review, the mark of
the rules in use, and the day of the data. No cell runs as a formula.
"""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils import timezone
from openpyxl import Workbook

from learnt import __version__
from learnt.export.as_csv import harmless
from learnt.rulebook import mark_of_rules
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.models import Recommendation
from learnt.web.catalogue.search.find import Found, recommendations, reviews
from learnt.web.workbook import add_sheet

MOST = 10_000
"""Rows of one file; the whole dataset is a download of its own."""
MANY = 500
"""Rows that are read at once."""
Row = dict[str, Any]


def made_with() -> dict[str, str]:
    """Give the versions of software, rules and codebook in use, and today's date."""
    return {
        "learnt_version": __version__,
        "rules": mark_of_rules(),
        "codebook_version": own_codebook().version,
        "data_of": timezone.localdate().isoformat(),
    }


def rows_of(found: Found, most: int = MOST) -> Iterator[Row]:
    """Give a row for each thing found, in order, up to `most`."""
    made = made_with()
    for start in range(0, min(found.total, most), MANY):
        ids = found.ids[start : min(start + MANY, most)]
        if found.asked.show == "reviews":
            yield from (_review_row(one) | made for one in reviews(ids).values())
        else:
            yield from (_row(one) | made for one in recommendations(ids).values())


def _row(item: Recommendation) -> Row:
    bodies, review = list(item.addressees.all()), item.review
    return {
        "review": review.title,
        "address": settings.SITE_ADDRESS.rstrip("/") + item.get_absolute_url(),
        "partnership": review.csp,
        "region": review.region,
        "kind": review.kind,
        "year_of_death": review.year_of_death,
        "published": review.published,
        "ref": item.ref,
        "recommendation": item.text,
        "addressed_to": " | ".join(body.printed for body in bodies),
        "agencies": " | ".join(body.agency for body in bodies),
        "types": " | ".join(body.type for body in bodies),
        "themes": " | ".join(theme.theme for theme in item.themes.all()),
        "main_theme": item.main_theme,
        "level": item.level,
        "scope": item.scope,
        "page": item.page,
        "checked": item.checked,
        "checked_on": item.checked_on.isoformat() if item.checked_on else "",
        "said_again": item.repeat_group,
        "context": item.context,
        "id": item.key,
        "fictional": "yes" if review.fictional else "no",
        "read_with": str(review.versions.get("learnt", "")),
    }


def _review_row(review: Any) -> Row:
    return {
        "review": review.title,
        "address": settings.SITE_ADDRESS.rstrip("/") + review.get_absolute_url(),
        "partnership": review.csp,
        "region": review.region,
        "kind": review.kind,
        "year_of_death": review.year_of_death,
        "published": review.published,
        "recommendations": review.recommendation_count,
        "checked": review.checked_count,
        "summary": review.summary,
        "fictional": "yes" if review.fictional else "no",
        "read_with": str(review.versions.get("learnt", "")),
    }


def as_csv(found: Found) -> bytes:
    """Give CSV: UTF-8 with a byte order mark, so that Excel reads it right."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    for values in _table(found):
        writer.writerow([harmless(value) for value in values])
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(found: Found) -> bytes:
    """Give a workbook: what was found, and on a second sheet what was asked and what made it."""
    book = Workbook(write_only=True)
    header, *rows = _table(found)
    add_sheet(book, found.asked.show, header, rows)
    add_sheet(book, "about", ("what", "told"), list(about_of(found).items()))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_json(found: Found, most: int = MOST) -> bytes:
    """Give an object: what was asked, how many were found, what made it, and up to `most` rows."""
    rows = list(rows_of(found, most))
    told = about_of(found) | {"in_this_file": len(rows), found.asked.show: rows}
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


def about_of(found: Found) -> Row:
    """Give what a file tells of itself."""
    asked = found.asked
    return {
        "asked": asked.q,
        "address": f"{settings.SITE_ADDRESS.rstrip('/')}/search/?{asked.address()}",
        "found": found.total,
        "in_this_file": min(found.total, MOST),
    } | made_with()


def _table(found: Found) -> Iterator[Sequence[Any]]:
    for number, row in enumerate(rows_of(found)):
        if not number:
            yield list(row)
        yield list(row.values())
    if not found.total:
        yield ["nothing was found"]
