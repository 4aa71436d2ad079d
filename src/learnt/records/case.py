"""The case register: deaths under review, the people who died and the people who abused.

Variables keep the names of the exchange dataset (`rules/register.toml` lists them), which are those of
the Domestic Homicide Review Dataset (Cook and Cook 2026) wherever it has one. A variable that is
absent from `values` is *not recorded*, which is never *no*. Dates are ISO text, as precise as they are
recorded (`2020`, `2020-03`, `2020-03-14`).
"""

from typing import Literal

import msgspec

from learnt.records.review import Kind, Level

Value = str | int | float | bool

Origin = Literal["register", "dhrd"]
"""Where a row comes from: in `dhrd` FALSE means *not tagged*, not *no*."""


class Incident(msgspec.Struct, frozen=True, kw_only=True):
    """A death (or several of one event) under review."""

    id: str
    values: dict[str, Value] = msgspec.field(default_factory=dict)
    origin: Origin = "register"


class Victim(msgspec.Struct, frozen=True, kw_only=True):
    """A person who died."""

    id: str
    incident: str
    values: dict[str, Value] = msgspec.field(default_factory=dict)


class Perpetrator(msgspec.Struct, frozen=True, kw_only=True):
    """A person who abused, who killed, or both: `role` tells which; never assume a conviction."""

    id: str
    incident: str
    values: dict[str, Value] = msgspec.field(default_factory=dict)


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A row of another table of the exchange dataset: documents, recommendations, actions, responses."""

    id: str
    values: dict[str, Value] = msgspec.field(default_factory=dict)


class Register(msgspec.Struct, frozen=True, kw_only=True):
    """A case register as a whole; a table that a source does not have is None, not empty."""

    incidents: tuple[Incident, ...] = ()
    victims: tuple[Victim, ...] = ()
    perpetrators: tuple[Perpetrator, ...] = ()
    documents: tuple[Entry, ...] | None = None
    recommendations: tuple[Entry, ...] | None = None
    actions: tuple[Entry, ...] | None = None
    responses: tuple[Entry, ...] | None = None


class ReviewEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A review as counting needs it. `incident` is the id of its case in the register, where linked.

    `published` is when the review was published, never when a library uploaded it.
    """

    id: str
    csp: str = ""
    partnership: str = ""
    region: str = ""
    kind: Kind | None = None
    year_of_death: int | None = None
    published: str = ""
    incident: str = ""
    fictional: bool = False


class AskEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A recommendation as counting needs it.

    `themes` and `subjects` are ids of the codebook; `agencies` pairs a body's id (empty where not
    resolved) with its name; `smart` maps owner, action, measure and time to whether they are met and
    is None where that was not looked at; `repeat` is the key of the group that asks the same.
    """

    id: str
    review: str
    ref: str = ""
    text: str = ""
    themes: tuple[str, ...] = ()
    main_theme: str = ""
    subjects: tuple[str, ...] = ()
    agencies: tuple[tuple[str, str], ...] = ()
    agency_types: tuple[str, ...] = ()
    level: Level | None = None
    smart: dict[str, bool] | None = None
    repeat: str = ""
    checked: bool = False


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """Everything a report is made from; `source` names it in words, `date` is the ISO date of the data.

    `reviews` and `asks` are None where the source has none to count (a DHRD release).
    """

    register: Register = Register()
    reviews: tuple[ReviewEntry, ...] | None = None
    asks: tuple[AskEntry, ...] | None = None
    source: str = ""
    date: str = ""
    versions: dict[str, str] = msgspec.field(default_factory=dict)
