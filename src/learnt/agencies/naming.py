"""A name to show for an id, where only the id is at hand (a list of filters, a page's title)."""

from learnt.agencies.kinds import kinds
from learnt.agencies.own import load_register
from learnt.agencies.partnerships import council_name, partnerships
from learnt.agencies.register import Register

SHOWN_WHOLE = frozenset(
    {"nhs", "icb", "ccg", "pct", "crc", "gp", "hmp", "marac", "mash", "uk", "cic"}
)
"""Words of ids that are shown in capitals."""
SMALL = frozenset({"and", "of", "the", "for", "in", "on"})


def agency_name(agency: str, register: Register | None = None) -> str:
    """Give a name for the id `agency`: the register's, the partnership's, or one made of the id.

    A made id does not hold every letter of the printed name ("loxley-nhs-trust" may be a foundation
    trust); where an addressee is at hand its printed name is better. Never raises.
    """
    register = register or load_register()
    if body := register.bodies.get(agency):
        return body.name
    told = next((one for one in register.told.values() if one.agency == agency), None)
    known = next((one.name for one in partnerships().all if one.id == agency), None)
    if told or known:
        return told.printed if told else str(known)
    return _of_council(agency) or " ".join(map(_shown, agency.split("-")))


def _of_council(agency: str) -> str:
    """Give the name of a council's part: "Loxley Council, adult social care"."""
    council, found, part = agency.partition("-council")
    if not found or not council or part[:1] not in ("", "-"):
        return ""
    named = council_name(f"{council}-council")
    if not part:
        return named
    says = {kind.slug: kind.says for kind in kinds().kind if kind.unit and kind.slug}
    shown = says.get(part[1:], part[1:].replace("-", " "))
    shown = shown.removeprefix("a council's ").removeprefix("a ")
    return f"{named}, {shown}"


def _shown(word: str) -> str:
    if word in SHOWN_WHOLE:
        return word.upper()
    return word if word in SMALL else word.capitalize()
