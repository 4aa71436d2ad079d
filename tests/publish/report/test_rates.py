"""Rates by area: what a sentence does not name stands in a table, with its population."""

from learnt.analyse import analyse, parse_populations
from learnt.analyse.area_rates import OVERALL
from learnt.publish.report.body import blocks_of
from learnt.publish.report.composed import TableBlock
from learnt.records.finding import Analysis, Tally
from tests.analyse.making import death, together

PEOPLE = """area,population,year,source
Elmbury,50000,2015,census
Rookhythe,100000,2015,census
Fallowmere,200000,2016,estimate
"""


def rates(areas: str, people: str = PEOPLE) -> Tally:
    names = {"E": "Elmbury", "R": "Rookhythe", "F": "Fallowmere"}
    deaths = (
        death(n, {"area": names[one], "death_date": "2015", "death_type": "homicide"})
        for n, one in enumerate(areas, 1)
    )
    found = analyse(together(*deaths), populations=parse_populations(people))
    tally = found.tally("homicides.area_rate")
    assert tally is not None
    return tally


def tables(tally: Tally) -> list[TableBlock]:
    shown = blocks_of(Analysis(tallies=(tally,)), tally)
    return [one for one in shown if isinstance(one, TableBlock)]


def test_each_area_has_its_rate_in_a_table() -> None:
    (table,) = tables(rates("EERFFF"))
    assert table.headers == ("Area", "Rate per 100,000", "95% interval", "Population", "Deaths")
    told = {row[0].text: (row[1].text, row[3].text, row[4].text) for row in table.rows}
    assert told["Elmbury"] == ("4.00", "50,000", "2")
    assert told["Rookhythe"] == ("1.00", "100,000", "1")
    assert told["Fallowmere"] == ("1.50", "200,000", "3")
    assert told["All areas"] == ("1.71", "350,000", "6")


def test_a_sentence_that_names_each_area_needs_no_table() -> None:
    assert not tables(rates("ER", PEOPLE.rsplit("\n", 2)[0]))


def test_a_note_that_rows_share_stands_once() -> None:
    (table,) = tables(rates("EERFFF"))
    notes = [one.text for one in table.notes]
    assert sum("population of 2015, census" in one for one in notes) == 1
    assert "Fallowmere: population of 2016, estimate" in notes


def test_the_sum_says_of_which_years_it_is() -> None:
    (whole,) = [one for one in rates("EERFFF").findings if one.group == OVERALL]
    assert whole.note == "population of 2015, sum of the areas, of 2015 to 2016; estimate; census"
    alike = rates("EERFFF", PEOPLE.replace("2016", "2011").replace("2015", "2011"))
    (whole,) = [one for one in alike.findings if one.group == OVERALL]
    assert whole.note == "population of 2011, sum of the areas; estimate; census"
