"""Whether the tables add up to the incidents: people, sentences, documents."""

from collections import defaultdict

from learnt.records.case import Origin
from learnt.register.dates import is_after
from learnt.register.problems import Log
from learnt.register.rows import Row, Sheet

Sheets = dict[str, Sheet]


def check_incidents(sheets: Sheets, origin: Origin, log: Log) -> None:
    """Log incidents whose people do not add up to what the incident says."""
    count_victims(sheets, origin, log)
    count_sentences(sheets, log)
    no_verdict_after_suicide(sheets, origin, log)
    kind_of_death(sheets, log)
    one_person_once(sheets, log)
    upload_after_death(sheets, log)


def by_incident(sheets: Sheets, name: str) -> dict[str, list[Row]]:
    """Give the rows of a table by their incident."""
    told: dict[str, list[Row]] = defaultdict(list)
    for row in sheets[name].rows if name in sheets else ():
        told[row.incident].append(row)
    return told


def origin_of(row: Row, origin: Origin) -> str:
    """Give where an incident is from; `origin` is for rows that do not say."""
    return row.text("origin") or origin


def count_victims(sheets: Sheets, origin: Origin, log: Log) -> None:
    """Compare `multiple_victims` with the rows of victims; every incident should have one."""
    if "victims" not in sheets:
        return
    incidents, victims = sheets["incidents"], by_incident(sheets, "victims")
    rows = f"{len(incidents.rows) - _without(incidents, victims)} of {len(incidents.rows)} have one"
    for row in incidents.rows:
        number, several = len(victims.get(row.id, ())), row.values.get("multiple_victims")
        if number == 0 and several and origin_of(row, origin) == "dhrd":
            message = f"DHRD tells of no victims where an incident has several; {rows}"
        elif number == 0:
            message = f"an incident has no row in victims; {rows}"
        elif several and number == 1:
            message = "multiple_victims is TRUE, and victims has one row"
        elif several is False and number > 1:
            message = "multiple_victims is FALSE, and victims has several rows"
        else:
            continue
        log.warn(incidents.place, row.number, "multiple_victims" if number else "", message)


def _without(incidents: Sheet, victims: dict[str, list[Row]]) -> int:
    return sum(not victims.get(row.id) for row in incidents.rows)


def count_sentences(sheets: Sheets, log: Log) -> None:
    """An incident has no more sentences than people who could be sentenced."""
    for rows in by_incident(sheets, "perpetrators").values():
        terms = sum("minimum_term_years" in row.values for row in rows)
        sentences = terms + sum(row.values.get("hospital_order") is True for row in rows)
        if sentences > len(rows):
            message = "the incident has more sentences than people (a term and a hospital order)"
            place = sheets["perpetrators"].place
            log.warn(place, rows[0].number, "minimum_term_years", message)


def no_verdict_after_suicide(sheets: Sheets, origin: Origin, log: Log) -> None:
    """Who killed and then took their own life was not tried; in DHRD both are tags and may stand."""
    ended = {
        row.id
        for row in sheets["incidents"].rows
        if row.values.get("homicide_suicide") and origin_of(row, origin) == "register"
    }
    for incident, rows in by_incident(sheets, "perpetrators").items():
        if incident in ended and all("court_verdict" in row.values for row in rows):
            message = "there is a verdict though homicide_suicide is TRUE"
            log.warn(sheets["perpetrators"].place, rows[0].number, "court_verdict", message)


def kind_of_death(sheets: Sheets, log: Log) -> None:
    """A homicide is no suicide of all who died; after a suicide nobody is told to have killed."""
    kinds = {row.id: row.text("death_type") for row in sheets["incidents"].rows}
    for incident, rows in by_incident(sheets, "victims").items():
        told = {row.values.get("victim_suicide") for row in rows}
        kind = kinds.get(incident)
        if (kind == "homicide" and told == {True}) or (kind == "suicide" and told == {False}):
            message = f"victim_suicide does not fit the incident's death_type, {kind}"
            log.warn(sheets["victims"].place, rows[0].number, "victim_suicide", message)
    for incident, rows in by_incident(sheets, "perpetrators").items():
        for row in rows:
            if kinds.get(incident) == "suicide" and row.text("role") in ("killed", "both"):
                message = f"the role is {row.text('role')} though the death was a suicide"
                log.warn(sheets["perpetrators"].place, row.number, "role", message)


ALIKE = {
    "victims": ("age_years", "sex_of_victim"),
    "perpetrators": ("age_years", "sex_of_perpetrator", "relationship_to_victim"),
}
"""What two rows of an incident have in common where they may be of one person."""


def one_person_once(sheets: Sheets, log: Log) -> None:
    """A person with two verdicts or two tenures still stands once."""
    for name, alike in ALIKE.items():
        for rows in by_incident(sheets, name).values():
            seen: dict[tuple[str, ...], Row] = {}
            for row in rows:
                told = tuple(row.text(column) for column in alike)
                first = seen.setdefault(told, row)
                if all(told) and first is not row:
                    message = f"it may be the person of row {first.number}: each stands once"
                    log.warn(sheets[name].place, row.number, sheets[name].table.key, message)


def upload_after_death(sheets: Sheets, log: Log) -> None:
    """A document is taken in after the death."""
    died = {row.id: row.text("death_date") for row in sheets["incidents"].rows}
    for row in sheets["documents"].rows if "documents" in sheets else ():
        date, upload = died.get(row.incident, ""), row.text("upload_date")
        if date and upload and is_after(date, upload):
            message = f"it was taken in ({upload}) before the death ({date})"
            log.warn(sheets["documents"].place, row.number, "upload_date", message)
