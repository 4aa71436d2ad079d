"""Populations by area and year, for rates."""

import msgspec

from learnt.analyse.cases import same_place
from learnt.analyse.csv_rows import rows_of_csv, whole_number
from learnt.analyse.problems import BadTable
from learnt.words import fold

LEAST = 1000
"""No area of which rates are given is smaller: a smaller number is most likely in thousands."""
COLUMNS = ("area", "population", "year", "source")


class Population(msgspec.Struct, frozen=True):
    """How many people lived in an area in a year, and who says so."""

    area: str
    population: int
    year: int
    source: str


class Populations(msgspec.Struct, frozen=True):
    """Populations of several areas and years."""

    rows: tuple[Population, ...] = ()

    def of(self, area: str, year: int) -> Population | None:
        """Give the population of an area in the year nearest to `year`; the earlier of two as near."""
        exact = [one for one in self.rows if fold(one.area) == fold(area)]
        found = exact or [one for one in self.rows if same_place(one.area, area)]
        return min(found, key=lambda one: (abs(one.year - year), one.year), default=None)


def parse_populations(text: str, name: str = "populations") -> Populations:
    """Give populations from CSV text (columns area, population, year, source).

    Raises `BadTable`, naming `name`, row and column, where a row does not fit.
    """
    found: list[Population] = []
    for where, row in rows_of_csv(text, name, COLUMNS):
        number = whole_number(row["population"], where, "population", least=LEAST)
        year = whole_number(row["year"], where, "year", least=1800)
        if not row["area"]:
            raise BadTable(f"{where}, column area: there is none")
        one = Population(row["area"], number, year, row["source"])
        if any(fold(one.area) == fold(other.area) and one.year == other.year for other in found):
            raise BadTable(f"{where}: {one.area} has a population for {one.year} already")
        found.append(one)
    return Populations(tuple(found))
