"""Counts a register's CSV files with pandas, by the printed definitions, apart from the project's code.

Only the words of labels and the grouping of values are taken from the rule files (`register.toml`,
`codebook.toml`, read here as plain TOML). Each table is a mapping of group to what is expected.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from tests.reporting.recomputing_columns import PEOPLE, TAGS, VULN, kinds
from tests.reporting.recomputing_truths import no_homicides, truth

RULES = Path(__file__).resolve().parents[2] / "src" / "learnt" / "rules"
UNKNOWN = ["", "unknown", "not_known", "not known"]


@cache
def rules(name: str) -> dict[str, Any]:
    """Give a rule file as it is."""
    return tomllib.loads((RULES / f"{name}.toml").read_text("utf-8"))


@cache
def title(table: str, column: str) -> str:
    """Give the title of a column."""
    found = next(one for one in rules("register")["tables"] if one["name"] == table)
    return str(next(one["title"] for one in found["columns"] if one["name"] == column))


def labels(table: str, column: str) -> dict[str, str]:
    """Give what the values of a column are called in print."""
    found = next(one for one in rules("register")["tables"] if one["name"] == table)
    name = next((one.get("list") for one in found["columns"] if one["name"] == column), None)
    told: dict[str, str] = rules("register")["lists"][name].get("labels", {}) if name else {}
    return told


@dataclass
class Table:
    """What is expected of a table: each group's numerator, denominator, number not recorded."""

    rows: Mapping[str, tuple[int, int | None, int | None]] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    total: int | None = None
    not_recorded: int | None = None


class Files:
    """The tables of a folder as frames of text; cells that are not recorded are missing."""

    def __init__(self, folder: Path) -> None:
        """Read the CSV files of `folder`."""
        self.frames = {path.stem: _read(path) for path in folder.glob("*.csv")}
        self.dhrd = "origin" not in self.frames["incidents"].columns
        incidents = self.frames["incidents"]
        incidents["kind"] = self._kinds()
        if not self.dhrd:
            no_homicides(incidents)
        for name in ("victims", "perpetrators"):
            kinds = incidents.set_index("incident_id")["kind"]
            self.frames[name]["kind"] = self.frames[name]["incident_id"].map(kinds)

    def _kinds(self) -> "pd.Series[Any]":
        """Give the kind of each death: recorded, else by the tag for suicide of anybody who died."""
        incidents = self.frames["incidents"]
        if "death_type" in incidents.columns:
            return incidents["death_type"]
        victims = self.frames["victims"]
        tag = truth(victims["victim_suicide"])
        suicides = set(victims.loc[tag.eq(True), "incident_id"])
        others = set(victims.loc[tag.eq(False), "incident_id"])
        return incidents["incident_id"].map(
            lambda one: "suicide" if one in suicides else "homicide" if one in others else None
        )

    def of(self, section: str, table: str) -> pd.DataFrame:
        """Give the rows of a table that a section counts."""
        frame = self.frames[table]
        wanted = {"homicides": "homicide", "suicides": "suicide"}.get(section)
        return frame if wanted is None else frame[frame["kind"].eq(wanted)]

    def column(self, section: str, table: str, name: str) -> "pd.Series[Any]":
        """Give a column of a section, all missing where the files do not have it."""
        frame = self.of(section, table)
        return frame[name] if name in frame.columns else pd.Series(None, frame.index, dtype=object)


def _read(path: Path) -> pd.DataFrame:
    frame = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    blank = frame.apply(lambda column: column.str.strip().str.lower().isin(UNKNOWN))
    return frame.astype(object).mask(blank, None)


def by_group(column: "pd.Series[Any]", groups: Iterable[str] = ()) -> Table:
    """Count each value once; `groups` are expected though nobody is in them."""
    known = column.dropna()
    missing = len(column) - len(known)
    counts = dict.fromkeys(groups, 0) | known.value_counts().to_dict()
    rows = {str(name): (int(many), len(known), missing) for name, many in counts.items()}
    return Table(rows, total=len(column), not_recorded=missing)


def by_tag(columns: dict[str, "pd.Series[Any]"]) -> Table:
    """Count for each column of truths the rows that are so, of those recorded."""
    rows = {
        name: (int(one.eq(True).sum()), int(one.notna().sum()), int(one.isna().sum()))
        for name, one in columns.items()
    }
    total = max((len(one) for one in columns.values()), default=0)
    return Table(rows, total=total, not_recorded=min(row[2] or 0 for row in rows.values()))


def by_mention(columns: dict[str, "pd.Series[Any]"]) -> Table:
    """Count mentions, each of all mentions; kinds that nobody mentions are left out."""
    counts = {name: int(one.eq(True).sum()) for name, one in columns.items()}
    total = sum(counts.values())
    silent = int(pd.DataFrame(columns).isna().all(axis=1).sum())
    return Table(
        {name: (many, total, None) for name, many in counts.items() if many},
        total=total,
        not_recorded=silent,
    )


def _first(files: Files, section: str, table: str, names: list[str]) -> "pd.Series[Any]":
    """Give the first of the columns in which anything is recorded for this section."""
    found = [files.column(section, table, name).replace(labels(table, name)) for name in names]
    return next((one for one in found if one.notna().any()), found[0])


def _sex_by_age(files: Files, section: str, side: str) -> Table:
    """Count sex and band of age together, of those of whom both are recorded."""
    band = "age_at_death" if side == "victim" else "age_at_fatal_incident"
    bands, names = _banded(files, section, f"{side}s", band)
    sex = files.column(section, f"{side}s", f"sex_of_{side}")
    known = sex.notna() & bands.notna()
    rows = {
        f"{one} × {band}": (
            int((sex.eq(one) & bands.eq(band)).sum()),
            int(known.sum()),
            int((~known).sum()),
        )
        for one in sorted(set(sex.dropna()))
        for band in names
    }
    return Table(rows, total=len(sex), not_recorded=int((~known).sum()))


EDGES = [-1, 20, 30, 40, 50, 60, 120]
BANDS = ["20 and under", "21–30", "31–40", "41–50", "51–60", "61 and over"]


def _banded(
    files: Files, section: str, table: str, band: str
) -> tuple["pd.Series[Any]", list[str]]:
    years = pd.to_numeric(files.column(section, table, "age_years"))
    if years.notna().any():
        cut = pd.cut(years, EDGES, labels=BANDS).astype(object)
        return cut.where(cut.notna(), None), BANDS
    printed = files.column(section, table, band)
    names = ["0-15", "16-19", "20-24", "25-34", "35-44", "45-54", "55-64", "65+"]
    if printed.eq("20-34").any():
        names[2:4] = ["20-34"]
        printed = printed.replace({"20-24": "20-34", "25-34": "20-34"})
    if not printed.eq("0-15").any():
        names.remove("0-15")
    return printed, names


def _ages(files: Files, section: str, table: str, band: str) -> Table:
    return by_group(*_banded(files, section, table, band))


def _average(column: "pd.Series[Any]", names: tuple[str, ...]) -> Table:
    numbers = pd.to_numeric(column).dropna()
    missing = len(column) - len(numbers)
    told = {
        "mean": numbers.mean(),
        "median": numbers.median(),
        "lowest": numbers.min(),
        "highest": numbers.max(),
    }
    row = (len(numbers), len(numbers), missing)
    return Table(
        dict.fromkeys(names, row),
        {name: float(told[name]) for name in names},
        len(column),
        missing,
    )


def _group_of(list_name: str, group: str) -> set[str]:
    return set(rules("register")["lists"][list_name]["groups"][group])


def _relations(files: Files, incident: str) -> str | None:
    """Give the kind of relationship of a death by what is recorded of the people."""
    for table, column, known in (
        ("perpetrators", "relationship_to_victim", "relationship_of_perpetrator"),
        ("victims", "relationship_to_perpetrator", "relationship_of_victim"),
    ):
        frame = files.frames[table]
        if column not in frame.columns:
            continue
        found = set(frame.loc[frame["incident_id"].eq(incident), column].dropna())
        if found:
            partner = bool(found & _group_of(known, "intimate-partner"))
            family = bool(found & _group_of(known, "familial"))
            return _kind_of(partner, family) or "other"
    return None


def _kind_of(partner: bool, family: bool) -> str | None:
    if partner and family:
        return "intimate partner and familial"
    return "intimate partner" if partner else "familial" if family else None


def _sub_type(files: Files, section: str) -> Table:
    frame = files.of(section, "incidents")
    partner = truth(files.column(section, "incidents", "intimate_partner_violence"))
    family = truth(files.column(section, "incidents", "familial_homicide"))
    told: list[str | None] = []
    for incident, first, second in zip(frame["incident_id"], partner, family, strict=True):
        kind = _kind_of(first is True, second is True)
        both = bool(pd.notna(first) and pd.notna(second))
        if kind is None and files.dhrd and both:
            kind = "neither tagged"
        kind = kind or _relations(files, incident) or ("other" if both else None)
        told.append(kind)
    return by_group(pd.Series(told, frame.index, dtype=object))


def _verdict(files: Files, section: str) -> Table:
    frame = files.of(section, "perpetrators")
    said = files.column(section, "perpetrators", "court_verdict").copy()
    charged = truth(files.column(section, "perpetrators", "charged"))
    said[said.isna() & charged.eq(False)] = "not charged"
    incidents = files.frames["incidents"].set_index("incident_id")
    died = frame["incident_id"].map(truth(incidents["homicide_suicide"]))
    died &= frame["kind"].ne("suicide")
    said[said.isna() & died.eq(True)] = "no trial: homicide followed by suicide"
    return by_group(said)


def _sides(files: Files, victim: str, perpetrator: str) -> Table:
    """Count deaths by side; a side is so where anybody is, not so where nobody and all recorded."""

    def side(table: str, column: str) -> dict[str, bool | None]:
        found = truth(files.frames[table][column]).groupby(files.frames[table]["incident_id"])
        return {
            str(name): True if one.eq(True).any() else None if one.isna().any() else False
            for name, one in found
        }

    ours, theirs = side("victims", victim), side("perpetrators", perpetrator)
    ids = files.frames["incidents"]["incident_id"]
    known = ids.map(lambda one: ours.get(one) is not None and theirs.get(one) is not None)
    first, second = ids.map(ours.get).eq(True), ids.map(theirs.get).eq(True)
    told = {
        "the person who died": first,
        "the person who abused or killed": second,
        "either": first | second,
        "both": first & second,
    }
    return by_tag({name: one.astype(object).where(known, None) for name, one in told.items()})


def _number(columns: dict[str, "pd.Series[Any]"], tagged: bool) -> Table:
    frame = pd.DataFrame(columns)
    more = " tagged" if tagged else ""
    names = [f"none{more}", f"one{more}", f"more than one{more}"]
    many = frame.eq(True).sum(axis=1).clip(upper=2).map(dict(enumerate(names))).astype(object)
    return by_group(many.where(frame.notna().all(axis=1), None), names)


def _years(column: "pd.Series[Any]", first: int, last: int) -> Table:
    years = column.map(lambda text: None if pd.isna(text) else _year(str(text)))
    known = years.dropna().astype(int)
    rows = {
        str(year): (int(known.eq(year).sum()), len(known), len(column) - len(known))
        for year in range(first, last + 1)
    }
    return Table(
        rows, {name: row[0] for name, row in rows.items()}, len(column), len(column) - len(known)
    )


def _year(text: str) -> int:
    return int(
        next(part for part in text.replace("-", " ").split() if part.isdigit() and len(part) == 4)
    )


PLACES = ("area", "csp", "region")
"""Measures that show a place of any death of the report, though a section has none there."""
DEATHS = ("homicides", "suicides", "joint", "register-tags")


def people_table(files: Files, section: str, measure: str) -> Table | None:
    """Give a table of deaths and their people; None for a measure that is not known here."""
    if measure in PEOPLE:
        table, names = PEOPLE[measure]
        column = _first(files, section, table, names)
        everywhere = files.column("joint", table, str(column.name)).dropna()
        return by_group(column, everywhere.unique() if measure in PLACES else ())
    if measure in TAGS:
        return by_tag(truths(files, section, *TAGS[measure]))
    derived = DERIVED.get(measure)
    return derived(files, section) if derived else None


def truths(files: Files, section: str, table: str, names: list[str]) -> dict[str, "pd.Series[Any]"]:
    """Give columns of truths by the titles that are printed of them."""
    return {title(table, name): truth(files.column(section, table, name)) for name in names}


def _eight(files: Files, section: str, side: str) -> dict[str, "pd.Series[Any]"]:
    names = [f"{side}_mental_health_issues", *kinds(side, "vuln", VULN)]
    return truths(files, section, f"{side}s", names)


def _death_type(files: Files, section: str) -> Table:
    kinds = files.of(section, "incidents")["kind"]
    if files.dhrd:
        kinds = kinds.replace({"homicide": "homicide (or not tagged as suicide)"})
    return by_group(kinds)


def _column(table: str, name: str, told: tuple[str, ...]) -> Callable[[Files, str], Table]:
    return lambda files, section: _average(files.column(section, table, name), told)


MEAN = ("mean", "median")
DERIVED: dict[str, Callable[[Files, str], Table]] = {
    "sex_of_victim_by_age_of_victim": lambda f, s: _sex_by_age(f, s, "victim"),
    "sex_of_perpetrator_by_age_of_perpetrator": lambda f, s: _sex_by_age(f, s, "perpetrator"),
    "death_type": _death_type,
    "sub_type": _sub_type,
    "court_verdict": _verdict,
    "age_of_victim": lambda f, s: _ages(f, s, "victims", "age_at_death"),
    "age_of_perpetrator": lambda f, s: _ages(f, s, "perpetrators", "age_at_fatal_incident"),
    "mean_age_of_victim": _column("victims", "age_years", MEAN),
    "mean_age_of_perpetrator": _column("perpetrators", "age_years", MEAN),
    "minimum_term": _column("perpetrators", "minimum_term_years", ("lowest", "highest", *MEAN)),
    "victim_vulnerability_number": lambda f, s: _number(_eight(f, s, "victim"), f.dhrd),
    "perpetrator_vulnerability_number": lambda f, s: _number(_eight(f, s, "perpetrator"), f.dhrd),
    "victim_vulnerability_mentions": lambda f, s: by_mention(_eight(f, s, "victim")),
    "perpetrator_vulnerability_mentions": lambda f, s: by_mention(_eight(f, s, "perpetrator")),
    "alcohol": lambda f, _: _sides(f, "victim_vuln_alcohol", "perpetrator_vuln_alcohol"),
    "drugs": lambda f, _: _sides(
        f, "victim_vuln_substance_misuse", "perpetrator_vuln_substance_misuse"
    ),
    "mental_health_of_both": lambda f, _: _sides(
        f, "victim_mental_health_issues", "perpetrator_mental_health_issues"
    ),
}


def trend_table(files: Files, measure: str) -> Table:
    """Give the deaths of each year."""
    dates = files.frames["incidents"]["death_date"]
    years = dates.dropna().map(lambda text: _year(str(text)))
    section = "joint" if measure == "deaths" else measure
    if measure == "published":
        found = reviews(files)
        waiting = found["review_status"].notna() & ~found["review_status"].eq("published")
        published = found.loc[found["published_on"].notna() | ~waiting, "published_on"]
        known = published.dropna().map(lambda text: _year(str(text)))
        return _years(published, int(known.min()), int(known.max()))
    mine = files.of(section, "incidents")["death_date"]
    return _years(mine, int(years.min()), int(years.max()))


def reviews(files: Files) -> pd.DataFrame:
    """Give the incidents whose review there is: with a document, or published."""
    incidents = files.frames["incidents"]
    have = set(files.frames["documents"]["incident_id"]) if "documents" in files.frames else set()
    is_published = files.column("joint", "incidents", "published_on").notna()
    if "documents" in files.frames:
        is_published |= incidents["review_status"].eq("published")
    return incidents[incidents["incident_id"].isin(have) | is_published]
