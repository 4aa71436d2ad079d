"""Bodies by their printed names: is this a body, which bodies does a text name, who is meant.

`is_body`, `find_bodies` and `split_bodies` look at names only, for reading documents. `match_agency`
and `resolve` tell who a body is, by the register in `rules/agencies*.toml`, `rules/agency_kinds.toml`
and `rules/partnerships.csv`; the name stays as printed.
"""

from learnt.agencies.context import context_of
from learnt.agencies.cutting import split_bodies
from learnt.agencies.finding import find_bodies
from learnt.agencies.matching import AgencyMatch, match_agency
from learnt.agencies.naming import agency_name
from learnt.agencies.own import add_alias, load_register
from learnt.agencies.partnerships import Partnership, find_partnership
from learnt.agencies.resolving import find_unresolved, resolve
from learnt.agencies.shape import is_body
from learnt.agencies.told import recommendations_to

__all__ = [
    "AgencyMatch",
    "Partnership",
    "add_alias",
    "agency_name",
    "context_of",
    "find_bodies",
    "find_partnership",
    "find_unresolved",
    "is_body",
    "load_register",
    "match_agency",
    "recommendations_to",
    "resolve",
    "split_bodies",
]
