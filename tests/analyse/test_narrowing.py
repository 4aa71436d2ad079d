import pytest

from learnt.analyse import BadTable, analyse
from learnt.analyse.narrowing import check_public
from learnt.records.case import Incident, Material, Register, ReviewEntry, Victim
from learnt.records.finding import Selection

REGISTER = Register(
    incidents=(
        Incident(id="I-1", values={"death_type": "homicide", "heard_at_marac": True}),
        Incident(id="I-2", values={"death_type": "suicide", "heard_at_marac": False}),
        Incident(id="I-3", values={"death_type": "homicide"}),
    ),
    victims=(
        Victim(id="V-1", incident="I-1", values={"sex_of_victim": "Female"}),
        Victim(id="V-2", incident="I-2", values={"sex_of_victim": "Male"}),
        Victim(id="V-3", incident="I-3", values={"sex_of_victim": "Female"}),
    ),
)
REVIEWS = (
    ReviewEntry(id="R-1", kind="dhr", incident="I-1"),
    ReviewEntry(id="R-2", kind="dardr", incident="I-2"),
    ReviewEntry(id="R-9", kind="dardr"),
)
ROWS = [
    ((("sex_of_victim", "female"),), 2, 0, "a value of a person, in whatever case"),
    ((("heard_at_marac", "yes"),), 1, 1, "a truth in words"),
    ((("heard_at_marac", "no"),), 1, 1, "not recorded is not no"),
    ((("kind", "dardr"),), 1, 2, "a review without a case counts too"),
    ((("kind", "dardr"), ("death_type", "homicide")), 0, 0, "each filter must fit"),
]


@pytest.mark.parametrize(("filters", "deaths", "reviews", "why"), ROWS, ids=[r[3] for r in ROWS])
def test_only_what_fits_is_counted(
    filters: tuple[tuple[str, str], ...], deaths: int, reviews: int, why: str
) -> None:
    material = Material(register=REGISTER, reviews=REVIEWS)
    counted = analyse(material, Selection(filters=filters)).tally("reviews.counted")
    assert counted is not None
    told = {one.group: one.numerator for one in counted.findings}
    assert told["deaths"] == deaths, why
    if ("sex_of_victim", "female") not in filters:
        assert told["reviews"] == reviews, why


def test_the_public_is_not_told_of_kinds_of_people() -> None:
    check_public([("kind", "dhr"), ("region", "Wales")])
    with pytest.raises(BadTable, match="sex_of_victim"):
        check_public([("sex_of_victim", "Male")])
