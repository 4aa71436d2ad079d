"""The findings of a report as JSON: a list of measure, group and numbers."""

import json
from collections.abc import Iterator
from typing import Any

from learnt.records.finding import Analysis, Finding, ShareOfPeople, Tally

PLACES = 6
"""Decimal places of shares and rates."""


def to_findings(analysis: Analysis) -> str:
    """Give the findings as JSON text: a list with an object for each.

    Each carries at least `measure`, `group`, `numerator`, `denominator`, `not_recorded`, `value` and
    `unit`; null is a number that there is not, or that is withheld (`withheld` says why). `about` and
    `public` are those of the report. A public analysis has no ids, and neither has this.
    """
    about = {"about": analysis.name, "public": analysis.public}
    rows = [row | about for tally in analysis.tallies for row in _rows(tally, analysis.public)]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def _rows(tally: Tally, public: bool) -> Iterator[dict[str, Any]]:
    if tally.withheld:
        yield {
            "section": tally.section,
            "table": tally.id,
            "measure": tally.measure,
            "group": "",
            "of": tally.of,
            "numerator": None,
            "denominator": None,
            "not_recorded": None,
            "value": None,
            "unit": tally.unit,
            "withheld": tally.withheld,
        }
        return
    for finding in tally.findings:
        yield _row(tally, finding, public)


def _row(tally: Tally, one: Finding, public: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "section": tally.section,
        "table": tally.id,
        "measure": one.measure,
        "group": one.group,
        "of": tally.of,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "not_recorded": one.not_recorded,
        "value": _rounded(one.value),
        "unit": one.unit,
        "low": _rounded(one.low),
        "high": _rounded(one.high),
        "share": _share(one),
        "population": one.population,
        "period": one.period,
        "tagged": tally.tagged,
        "withheld": one.withheld,
        "least": one.least,
        "note": one.note,
    }
    if not public:
        told["ids"] = list(one.ids)
    return told


def _share(one: Finding) -> dict[str, Any] | None:
    if one.share is None:
        return None
    return {
        "of": "people" if isinstance(one.share, ShareOfPeople) else "mentions",
        "value": _rounded(one.share.value),
        "low": _rounded(one.share.low),
        "high": _rounded(one.share.high),
    }


def _rounded(number: float | None) -> float | int | None:
    if number is None:
        return None
    whole = int(number)
    return whole if whole == number else round(number, PLACES)
