"""Names that a person has told: the user's own file beside the built-in register.

A CSV with the columns printed, agency, type, source, added, so that it can be opened as a sheet. It is
`--register FILE`, or the file that the environment names in `LEARNT_AGENCIES`, or `agencies.csv` in
the user's folder of settings.
"""

import csv
import io
import os
import sys
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from learnt.agencies.kinds import kinds
from learnt.agencies.names import key
from learnt.agencies.register import Alias, Register, area_bodies, built_in
from learnt.errors import BadRule

VARIABLE = "LEARNT_AGENCIES"
COLUMNS = ("printed", "agency", "type", "source", "added")


@dataclass(frozen=True, slots=True)
class Told:
    """What a person tells of one printed name; `agency` or `type` may be empty, not both."""

    printed: str
    agency: str
    type: str
    source: str
    added: str = ""


def own_file() -> Path:
    """Give the path of the user's own file; it need not be there."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    home = Path.home()
    if sys.platform == "win32":
        folder = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        folder = home / "Library" / "Application Support"
    else:
        folder = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    return folder / "learnt" / "agencies.csv"


def load_register(path: Path | None = None) -> Register:
    """Give the built-in register with the names of the user's own file, read again if it changed.

    Raises `BadRule`, naming the line, where the file does not fit; a file that is not there adds nothing.
    """
    file = path or own_file()
    try:
        changed = file.stat()
    except OSError:
        return built_in()
    return _load(file, changed.st_mtime_ns, changed.st_size)


@lru_cache(maxsize=4)
def _load(file: Path, changed: int, size: int) -> Register:
    base = built_in()
    told: dict[str, Alias] = {}
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadRule(f"{file}: not UTF-8 text; save it as UTF-8 CSV") from error
    rows = csv.DictReader(io.StringIO(text))
    if rows.fieldnames is not None and not {"printed", "source"} <= set(rows.fieldnames):
        raise BadRule(f"{file}: the first line must name the columns {', '.join(COLUMNS)}")
    for row in rows:
        one = Told(*((row.get(column) or "").strip() for column in COLUMNS))
        try:
            alias = check(one, base, told)
        except BadRule as error:
            raise BadRule(f"{file}, line {rows.line_num}: {error}") from error
        told[key(one.printed)] = alias
    return Register(base.bodies, base.by_key, told)


def check(one: Told, base: Register, told: dict[str, Alias]) -> Alias:
    """Give what was told as an alias; raises `BadRule` in one line where it cannot be right.

    An id that no register knows needs a type with it: then the name makes a body of its own.
    """
    if not key(one.printed):
        raise BadRule("no printed name is given")
    if not one.source:
        raise BadRule(f"{one.printed}: say where it comes from (--source)")
    if one.type and one.type not in kinds().types:
        raise BadRule(f"{one.type}: no such type; one of {', '.join(sorted(kinds().types))}")
    body = base.bodies.get(one.agency)
    if not one.agency and not one.type:
        raise BadRule(f"{one.printed}: give the body (--agency), its type (--type), or both")
    if body and one.type and body.type != one.type:
        raise BadRule(f"{one.agency} is of type {body.type}, not {one.type}")
    kind = body.type if body else one.type or _type_told(one.agency, told)
    if not kind:
        hint = "" if one.agency in area_bodies() else "; `learnt agencies show` finds ids"
        raise BadRule(f"{one.agency}: not in the register: give its type too (--type){hint}")
    known = base.by_key.get(key(one.printed))
    if known and known != one.agency:
        raise BadRule(f"{one.printed}: already a name of {known}")
    before = told.get(key(one.printed))
    if before and (before.agency, before.type) != (one.agency, kind):
        raise BadRule(f"{one.printed}: already told as {before.agency or before.type}")
    return Alias(one.printed, one.agency, kind, one.source, one.added)


def _type_told(agency: str, told: dict[str, Alias]) -> str:
    return next((alias.type for alias in told.values() if alias.agency == agency), "")


def add_alias(one: Told, path: Path | None = None) -> Alias:
    """Check `one` and write it to the end of the user's own file, which is made if need be.

    Raises `BadRule` where it cannot be right; then nothing is written.
    """
    file = path or own_file()
    register = load_register(file)
    alias = check(one, built_in(), register.told)
    if key(one.printed) in register.told:
        return alias
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = not file.exists() or not file.stat().st_size
    ends = fresh or file.read_bytes().endswith(b"\n")
    with file.open("a", encoding="utf-8", newline="") as handle:
        if not ends:
            handle.write("\n")
        rows = csv.writer(handle, lineterminator="\n")
        if fresh:
            rows.writerow(COLUMNS)
        rows.writerow((alias.printed, alias.agency, alias.type, alias.source, alias.added))
    return alias
