import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnt.agencies import split_bodies

LISTS = [
    # hard separators
    ("Eastmoor Trust | Northford Council", ["Eastmoor Trust", "Northford Council"]),
    ("Eastmoor Police; CPS", ["Eastmoor Police", "CPS"]),
    ("Police / CPS", ["Police", "CPS"]),
    ("• Police\n• Housing\n• NHS Trust", ["Police", "Housing", "NHS Trust"]),
    # soft separators between complete names
    ("Eastmoor Constabulary and the CPS", ["Eastmoor Constabulary", "the CPS"]),
    ("Police/CPS", ["Police", "CPS"]),
    ("Police and Probation", ["Police", "Probation"]),
    ("Home Office and Ministry of Justice", ["Home Office", "Ministry of Justice"]),
    (
        "Police, Probation, Adult Social Care, Housing and Education",
        ["Police", "Probation", "Adult Social Care", "Housing", "Education"],
    ),
    # a charity unknown to the vocabulary closes a list
    (
        "Eastmoor Constabulary, Probation Service and Larkrise",
        ["Eastmoor Constabulary", "Probation Service", "Larkrise"],
    ),
    # the second name holds an "and" of its own
    (
        "Eastmoor Constabulary and Northford and Westmoor ICB",
        ["Eastmoor Constabulary", "Northford and Westmoor ICB"],
    ),
    # a department belongs to the council before it; the next body does not
    (
        "Eastmoor County Council, Children’s Social Care and Eastmoor Constabulary",
        ["Eastmoor County Council, Children’s Social Care", "Eastmoor Constabulary"],
    ),
    ("Children's Social Care, Adult Social Care", ["Children's Social Care", "Adult Social Care"]),
]

WHOLE = [
    # near misses: names that hold "and", "&", a comma or a bracket
    "Eastmoor County Council, Children's Social Care",
    "Northford and Westmoor University Hospital NHS Foundation Trust",
    "NHS Northford and Westmoor ICB",
    "Larkrise Domestic Abuse and Violence Services",
    "Ministry of Housing, Communities and Local Government",
    "Department for Digital, Culture, Media & Sport",
    "Department of Health and Social Care",
    "Avon and Somerset Constabulary",
    "Crown Prosecution Service (East of England)",
    "Eastmoor Community Services (EHCP)",
    "Police and Crime Commissioner",
    "Health and Social Care Trust",
    "Safeguarding Adults Board and Children Partnership",
    "His Majesty's Prison and Probation Service",
    "Nursing and Midwifery Council",
    "Royal College of Obstetricians and Gynaecologists",
    "Larkrise and Willow",
]


@pytest.mark.parametrize(("printed", "expected"), LISTS)
def test_lists_are_cut(printed: str, expected: list[str]) -> None:
    assert split_bodies(printed) == expected


@pytest.mark.parametrize("printed", WHOLE)
def test_names_stay_whole(printed: str) -> None:
    assert split_bodies(printed) == [printed]


@given(st.lists(st.sampled_from(WHOLE), min_size=1, max_size=5, unique=True))
def test_bars_part_any_names(names: list[str]) -> None:
    assert split_bodies(" | ".join(names)) == names


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    assert all(name.strip() for name in split_bodies(text))
