"""What an analyst writes in the lines of a form: what a report is narrowed to, and what is crossed."""

from learnt.analyse import BadTable
from learnt.analyse.measures import measures
from learnt.analyse.narrowing import check_public
from learnt.register import schema

Pairs = tuple[tuple[str, str], ...]
TABLES = ("incidents", "victims", "perpetrators")


def filters_of(text: str) -> Pairs:
    """Give variables with their values, a line each: "kind=dardr".

    Raises `BadTable` for a line without both, and for what tells of people: every report of the library
    can be made public.
    """
    pairs = _pairs(text, "=", "write a variable and its value, as kind=dardr")
    check_public(pairs)
    return pairs


def crosses_of(text: str) -> Pairs:
    """Give pairs of variables to cross, a line each: "sex_of_victim, tenure".

    Raises `BadTable` for a line without two, and for a name of neither a variable nor a measure.
    """
    pairs = _pairs(text, ",", "write two variables, as sex_of_victim, tenure")
    known = {name for table in TABLES for name in schema().table(table).names} | set(measures())
    for name in (name for pair in pairs for name in pair):
        if name.rpartition(".")[2] not in known:
            raise BadTable(f"{name} is no variable of the register")
    return pairs


def _pairs(text: str, mark: str, advice: str) -> Pairs:
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        first, _, second = (part.strip() for part in line.partition(mark))
        if not first or not second:
            raise BadTable(f"“{line}”: {advice}")
        found.append((first, second))
    return tuple(found)
