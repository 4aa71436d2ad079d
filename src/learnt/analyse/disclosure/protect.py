"""Protecting an analysis for the public: closed rules first, then the auditor as a safety net."""

import msgspec

from learnt.analyse.disclosure.account import account
from learnt.analyse.disclosure.audit import audit
from learnt.analyse.disclosure.decide import Decided, decide
from learnt.analyse.disclosure.redact import public_analysis
from learnt.analyse.disclosure.settings import Settings, settings
from learnt.analyse.measures import sections
from learnt.records.finding import Analysis, Protection


class Protected(msgspec.Struct, frozen=True, kw_only=True):
    """The public analysis, and apart from it what was merged or withheld and why."""

    public: Analysis
    protections: tuple[Protection, ...]


def protect(analysis: Analysis) -> Analysis:
    """Give the analysis as the public may see it. An analysis that is public already is given back."""
    return preview(analysis).public


def preview(analysis: Analysis) -> Protected:
    """Give the public analysis with the account of what was done, for the person who publishes it.

    Whatever the auditor still finds is withheld with its whole table, and all is decided again, until it finds
    nothing; each round withholds a table more, so there is an end.
    """
    if analysis.public:
        return Protected(public=analysis, protections=())
    rules = settings()
    forced: set[str] = set()
    while True:
        decided = decide(analysis.tallies, forced, rules)
        public = public_analysis(analysis, decided, _hidden_titles(decided, rules), rules)
        found = {breach.tally for breach in audit(public)} - forced
        if not found:
            return Protected(public=public, protections=account(analysis, decided, rules))
        forced |= found


def _hidden_titles(decided: Decided, rules: Settings) -> list[str]:
    """Give the titles of the sections that may not stand apart."""
    kinds = decided.get(rules.kind_of_death)
    if kinds is None or (kinds.complete() and not kinds.merged()):
        return []
    return [one.title for one in sections().values() if one.id in rules.parts]
