"""The description of the dataset: a Frictionless data package (datapackage.org, version 2)."""

from collections.abc import Mapping
from typing import Any

from learnt.register.package import PROFILE, Size, resource
from learnt.web.dataset.tables import TABLES

NAME = "learnt-dataset"
SAYS = """What published reviews of domestic homicides recommend: the incidents as far as they are public, \
the documents, and the recommendations without names of people of the case. An empty cell means that \
something is not recorded. A text that a spreadsheet would take for a formula has an apostrophe before it. \
Victims and perpetrators, actions and responses are not part of it. The reviews belong to those who \
published them; an entry that was not checked by a person was read by a program and may hold errors."""


def describe(about: Mapping[str, str], sizes: Mapping[str, Size]) -> dict[str, Any]:
    """Give the content of `datapackage.json`; `sizes` are of the files of the tables, by name."""
    told: dict[str, Any] = {
        "$schema": PROFILE,
        "name": NAME,
        "title": f"{about['library']}: recommendations of reviews",
        "description": SAYS,
        "version": about["software"],
        "made_with": dict(about),
        "resources": [resource(table, sizes[table.name]) for table in TABLES],
    }
    return told | ({"created": about["data_of"]} if about["data_of"] else {})
