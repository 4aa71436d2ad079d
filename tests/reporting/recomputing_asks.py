"""Counts reviews and recommendations of a folder's files with pandas, as `recomputing.py` does deaths."""

from typing import Any

import pandas as pd

from tests.reporting.recomputing import Files, Table, by_group, by_mention, by_tag, reviews, rules

BANDS = ((1, 5), (6, 10), (11, 15), (16, 20), (21, 30), (31, 50))


def review_table(files: Files, measure: str) -> Table | None:
    """Give a table of the section on reviews."""
    incidents, found = files.frames["incidents"], reviews(files)
    if measure == "counted":
        names = {
            "deaths": "incidents",
            "people who died": "victims",
            "people who abused or killed": "perpetrators",
        }
        sizes = {name: len(files.frames[table]) for name, table in names.items()}
        if "recommendations" in files.frames:
            sizes |= {"reviews": len(found), "recommendations": len(asks(files))}
        rows: dict[str, tuple[int, int | None, int | None]] = {
            name: (size, None, None) for name, size in sizes.items()
        }
        return Table(rows, {name: float(size) for name, size in sizes.items()})
    if measure == "status":
        said = incidents["review_status"].copy()
        said[said.isna() & incidents["published_on"].notna()] = "published"
        return by_group(said.str.replace("-", " "))
    if measure == "kind":
        if "recommendations" in files.frames:
            return by_group(found["review_kind"])
        return by_group(incidents.loc[incidents["review_kind"].notna(), "review_kind"])
    if measure == "partnership":
        return by_group(found["csp"])
    return _months(incidents) if measure == "time_to_publication" else None


def _months(incidents: pd.DataFrame) -> Table:
    published = incidents[incidents["published_on"].notna()]
    start = published["death_date"].map(_month)
    months = (published["published_on"].map(_month) - start).dropna()
    row = (len(months), len(months), len(published) - len(months))
    told = {
        "lower quartile": months.quantile(0.25),
        "median": months.median(),
        "upper quartile": months.quantile(0.75),
    }
    return Table(dict.fromkeys(told, row), {name: float(str(one)) for name, one in told.items()})


def _month(date: object) -> float:
    parts = str(date).split("-")
    return int(parts[0]) * 12 + int(parts[1]) if len(parts) > 1 else float("nan")


def asks(files: Files) -> pd.DataFrame:
    """Give the recommendations with the incident of their document."""
    found = files.frames["recommendations"].copy()
    documents = files.frames["documents"].set_index("document_id")["incident_id"]
    found["review"] = found["document_id"].map(documents)
    return found


def _lists(column: "pd.Series[Any]") -> "pd.Series[Any]":
    return column.map(lambda text: [] if pd.isna(text) else str(text).split(" | "))


def _codes() -> dict[str, dict[str, str]]:
    return {one["id"]: one for one in rules("codebook")["theme"]}


def _has_each(lists: "pd.Series[Any]", known: "pd.Series[Any]", order: list[str]) -> Table:
    """Count the rows that have each name, of those that were looked at."""
    several = lists.where(known, None)
    names = order or sorted({name for row in lists for name in row})
    rows = {
        name: several.map(lambda row, name=name: None if row is None else name in row)
        for name in names
    }
    return by_tag({name: one.astype(object) for name, one in rows.items()})


def ask_table(files: Files, measure: str) -> Table | None:
    """Give a table of recommendations; None for what pandas cannot count from the files."""
    found = asks(files)
    codes, themes = _codes(), _lists(found["themes"])
    coded = found["themes"].notna()
    names = themes.map(lambda row: [codes[one]["name"] for one in row])
    types = _lists(found["agency_types"])
    if measure == "main_theme":
        return by_group(found["main_theme"].map(lambda one: _name(codes, one)))
    if measure in ("theme", "subject", "theme_mentions"):
        axis = "subject" if measure == "subject" else "change"
        order = [one["name"] for one in codes.values() if one["axis"] == axis]
        kept = names.map(lambda row: [one for one in row if one in order])
        if measure == "theme_mentions":
            return _mentions(kept)
        return _has_each(kept, coded, order)
    if measure in GROUPINGS:
        key = GROUPINGS[measure]
        grouped = themes.map(lambda row: [codes[one][key] for one in row])
        every = dict.fromkeys(one[key] for one in codes.values() if one[key])
        return _has_each(grouped, coded, list(every))
    if measure in ("agency_type", "agency"):
        mine = types if measure == "agency_type" else _lists(found["addressees"])
        return _has_each(mine, mine.map(bool), [])
    if measure == "agency_type_mentions":
        return _mentions(types)
    if measure in ("level", "checked"):
        checked = {"checked by a person": found["checked"].eq("person").astype(object)}
        return by_group(found["level"]) if measure == "level" else by_tag(checked)
    if measure == "repeats":
        return _repeats(files, found)
    return _sizes(found, measure)


GROUPINGS = {
    "home_office_area": "home_office",
    "library_theme": "library",
    "overview_theme": "cambridgeshire",
}


def _name(codes: dict[str, dict[str, str]], theme: object) -> str | None:
    return None if pd.isna(theme) else codes[str(theme)]["name"]  # type: ignore[call-overload]  # a cell


def _mentions(lists: "pd.Series[Any]") -> Table:
    names = sorted({name for row in lists for name in row})
    found = by_mention(
        {name: lists.map(lambda row, name=name: name in row).astype(object) for name in names}
    )
    return Table(found.rows, total=found.total, not_recorded=0)


def _sizes(found: pd.DataFrame, measure: str) -> Table | None:
    sizes = found.groupby("review").size()
    if measure == "per_review":
        told = {
            "mean": sizes.mean(),
            "median": sizes.median(),
            "least": sizes.min(),
            "most": sizes.max(),
        }
        row = (len(sizes), len(sizes), 0)
        return Table(dict.fromkeys(told, row), {name: float(one) for name, one in told.items()})
    if measure == "review_size":
        counts = {f"{low}–{high}": int(sizes.between(low, high).sum()) for low, high in BANDS}
        counts["51 or more"] = int((sizes > BANDS[-1][1]).sum())
        return Table({name: (many, len(sizes), 0) for name, many in counts.items()})
    return None


def _repeats(files: Files, found: pd.DataFrame) -> Table:
    """Count what another review asks too, and what one asked that came out or is of a death before."""
    incidents = files.frames["incidents"].set_index("incident_id")
    dates = {
        str(name): str(row["published_on"] if pd.notna(row["published_on"]) else row["death_date"])
        for name, row in incidents.iterrows()
    }
    for name, row in incidents.iterrows():
        if pd.isna(row["published_on"]):
            dates[str(name)] = str(row["death_date"])[:4]
    pairs = found[["recommendation_id", "review", "repeat_group"]].dropna()
    both = pairs.merge(pairs, on="repeat_group", suffixes=("", "_other"))
    both = both[both["review"].ne(both["review_other"])]
    earlier = both[
        [
            _before(dates[b], dates[a])
            for a, b in zip(both["review"], both["review_other"], strict=True)
        ]
    ]
    ids = found["recommendation_id"]
    return by_tag(
        {
            "asked in another review": ids.isin(both["recommendation_id"]).astype(object),
            "asked in an earlier review": ids.isin(earlier["recommendation_id"]).astype(object),
        }
    )


def _before(first: str, second: str) -> bool:
    """Whether a date is before another, as far as both are given."""
    return (
        all(len(one) >= 4 for one in (first, second))
        and first[: min(len(first), len(second))] < second[: min(len(first), len(second))]
    )
