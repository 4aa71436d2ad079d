"""An attack on the files of one report, and what came of it beside the truth."""

import re
from dataclasses import dataclass, field

from learnt.records.case import Material
from learnt.records.finding import Analysis
from learnt.reporting.making import Made, Wanted, make_report, write_report
from tests.analyse.disclosure.outsider.cells import Told, put_together
from tests.analyse.disclosure.outsider.counting_back import count_back
from tests.analyse.disclosure.outsider.files import Files, read_files, word_text
from tests.analyse.disclosure.outsider.names import AVERAGES, OPEN, PARTS
from tests.analyse.disclosure.outsider.unknowns import Key

POSSIBLE, SMALL = 3, 5
SECTIONS = ("joint", *PARTS, "register-tags")
TAGS = {"intimate partner": "Intimate partner violence", "familial": "Familial homicide"}
LABEL = re.compile(r"(\d[\d,]*) \((\d+)%\)$")
PAIR = re.compile(r"(?<![Ff]ewer than )\b(\d[\d,]*) of the (\d[\d,]*)\b")
BOUND = re.compile(r"\b(\d[\d,]*) or more of (?:the )?(\d[\d,]*)\b")
"""What is said of a group that nearly everybody is in: four less than all of whom it is recorded."""


@dataclass
class Attacked:
    """Rows by how they are not told, with how many numbers each may be; what is wrong in the files."""

    left: dict[str, dict[Key, tuple[int, int]]] = field(default_factory=dict)
    small: list[str] = field(default_factory=list)
    untold: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    def narrow(self) -> list[str]:
        """Give the rows that may be fewer than three numbers."""
        return [
            f"{key[0]}, {key[1]} ({how}): {low} to {high}"
            for how, rows in self.left.items()
            for key, (low, high) in rows.items()
            if high - low + 1 < POSSIBLE
        ]


def attack(material: Material, *, word: bool = False) -> Attacked:
    """Make the public report of a register and attack its files; `word`: read the Word file as well."""
    made = make_report(material, Wanted())
    inner = make_report(material, Wanted(public=False)).analysis
    files = files_of(made)
    told = put_together(files)
    asked, truth = _asked(inner, told)
    found = Attacked()
    ranges = count_back(told, asked, POSSIBLE)
    for key, (low, high) in ranges.items():
        if _told_elsewhere(key, told):
            continue
        found.left.setdefault(_how(key, told), {})[key] = (low, high)
        number = truth.get((key[0], key[1]))
        if number is not None and high - low + 1 < POSSIBLE and not low <= number <= high:
            found.wrong.append(f"{key}: {number} is not from {low} to {high}")
    found.small = _small(told)
    found.untold = [*_untold(files.text, told), *_undrawn(files.pictures, told)]
    if word:
        found.untold += _untold(word_text(write_report(made, ".docx")), told)
    return found


def files_of(made: Made) -> Files:
    """Give the files of a report as an outsider reads them."""
    page, findings = (write_report(made, form).decode() for form in (".html", ".json"))
    return read_files(page, findings, write_report(made, ".zip"))


def _personal(name: str) -> bool:
    section, _, measure = name.partition(".")
    return section in SECTIONS and measure not in OPEN


def _asked(
    inner: Analysis, told: dict[str, Told]
) -> tuple[dict[str, list[str]], dict[tuple[str, str], int]]:
    """Give the rows of the internal report that the files do not print, and the truth."""
    asked: dict[str, list[str]] = {}
    truth: dict[tuple[str, str], int] = {}
    for table in inner.tallies:
        if not _personal(table.id) or table.measure in AVERAGES or table.id not in told:
            continue
        asked[table.id] = [
            one.group
            for one in table.findings
            if one.group not in told[table.id].rows and one.not_recorded != table.total
        ]
        truth |= {(table.id, one.group): one.numerator or 0 for one in table.findings}
    return asked, truth


def _told_elsewhere(key: Key, told: dict[str, Told]) -> bool:
    """Whether another table tells the number in so many words: of mentions, of a broad kind that is a tag."""
    section, _, measure = key[0].partition(".")
    side, group = measure.partition("_")[0], key[1]
    tables = {
        f"{side}_vulnerability_mentions": (f"{side}_vulnerabilities", f"{side}_mental_health"),
        "sub_type": ("incident_tags",),
    }.get(measure, ())
    names = [
        name for name in told if name.partition(".")[2] in tables and _same_people(name, section)
    ]
    rows = [told[name].rows.get(TAGS.get(group, group)) for name in names]
    return any(row is not None and row.count is not None for row in rows)


def _same_people(name: str, section: str) -> bool:
    return name.startswith((f"{section}.", "register-tags.")) and section == "joint"


def _how(key: Key, told: dict[str, Told]) -> str:
    table = told.get(key[0])
    if table is None or table.whole:
        return "in a table that is withheld whole"
    return "withheld" if key[1] in table.rows else "merged"


def _small(told: dict[str, Told]) -> list[str]:
    return [
        f"{name}, {group}: {row.count}"
        for name, table in told.items()
        for group, row in table.rows.items()
        if _personal(name) and 0 < (SMALL if row.count is None else row.count) < SMALL
    ]


def _undrawn(pictures: list[list[str]], told: dict[str, Told]) -> list[str]:
    """Give the labels of bars, "8 (57%)", that no table tells."""
    pairs = {(row.count, row.percent) for table in told.values() for row in table.rows.values()}
    found = [LABEL.match(word) for words in pictures for word in words]
    return [
        one[0] for one in found if one and (int(one[1].replace(",", "")), int(one[2])) not in pairs
    ]


def _untold(text: str, told: dict[str, Told]) -> list[str]:
    """Give the "n of the N" of a text that no table tells."""
    pairs = {
        pair
        for table in told.values()
        for row in table.rows.values()
        for pair in ((row.count, row.of), (row.count, table.total), (row.missing, table.total))
    }
    bounds = {
        (row.least, row.least + SMALL - 1)
        for table in told.values()
        for row in table.rows.values()
        if row.least is not None
    }
    return [
        found[0]
        for pattern, known in ((PAIR, pairs), (BOUND, bounds))
        for found in pattern.finditer(text)
        if tuple(int(one.replace(",", "")) for one in found.groups()) not in known
    ]
