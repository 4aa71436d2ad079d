import pytest

from learnt.extract import extract_review
from learnt.extract.addressees import cut_bracket, from_fused, from_head
from learnt.extract.memory import Memory
from learnt.extract.outline import build_outline
from learnt.extract.subjects import subjects_of
from learnt.records import Block
from tests.extract.factories import document, heading, item, para, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("That Eastmoor Constabulary should audit its records.", ("Eastmoor Constabulary",)),
        (
            "It is recommended that the Probation Service reinforces the rule.",
            ("Probation Service",),
        ),
        ("The Home Office must publish the guide.", ("Home Office",)),
        # two bodies act together
        (
            "Tollbridge County Council and Eastmoor Constabulary should agree a form.",
            ("Tollbridge County Council", "Eastmoor Constabulary"),
        ),
        # people, not bodies, are the subject
        ("It is recommended that staff are trained in listening.", ()),
        # a body that is spoken of, not told to act
        ("It is recommended that reports sent by Eastmoor Constabulary are clearer.", ()),
    ],
)
def test_words_tell_who_is_to_act(text: str, expected: tuple[str, ...]) -> None:
    assert subjects_of(text) == expected


@pytest.mark.parametrize(
    ("text", "bracket"),
    [
        ("Train all staff. (Tollbridge County Council)", "Tollbridge County Council"),
        ("Train all staff (Action: Home Office).", "Home Office"),
        ("Use the Toolkit (April 2022)", ""),
        ("Check who did not attend (Did Not Attend)", ""),
    ],
)
def test_bracket_is_cut_when_it_names_a_body(text: str, bracket: str) -> None:
    assert cut_bracket(text)[1] == bracket


def test_name_at_the_head_is_read() -> None:
    assert from_head("Eastmoor Constabulary: Review the form.") == (
        "Eastmoor Constabulary",
        "Review the form.",
    )
    assert from_head("Training: review the form.") is None


def memory_of(*texts: str) -> Memory:
    return Memory(build_outline(document(*(para(text) for text in texts))))


def test_two_bodies_are_parted_where_the_report_names_each_alone() -> None:
    memory = memory_of(
        "Eastmoor Constabulary attended.",
        "Eastmoor Constabulary took a statement, and Haven was told.",
        "Haven and Eastmoor Constabulary should agree a form.",
    )
    assert subjects_of("Haven and Eastmoor Constabulary should agree a form.", memory) == (
        "Haven",
        "Eastmoor Constabulary",
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an article parts two names wherever it stands
        (
            "That Haven and the Probation Service should agree a form.",
            ("Haven", "Probation Service"),
        ),
        # named alone once, together once
        ("That Haven and Home Office should agree a form.", ("Haven", "Home Office")),
    ],
)
def test_two_bodies_are_parted_where_little_is_said_of_them(
    text: str, expected: tuple[str, ...]
) -> None:
    assert subjects_of(text, memory_of(text, "The Home Office was told.")) == expected


def test_one_body_with_and_in_its_name_stays_one() -> None:
    memory = memory_of(
        "Wold and Marsh Constabulary attended.", "Wold and Marsh Constabulary should agree a form."
    )
    assert subjects_of("Wold and Marsh Constabulary should agree a form.", memory) == (
        "Wold and Marsh Constabulary",
    )


def test_a_name_never_written_in_lower_case_is_a_body() -> None:
    memory = memory_of("Framework met her twice.", "The framework of the review was agreed.")
    text = "The panel recommends that Framework review its form."
    assert subjects_of(text, memory) == ()  # this report uses the word as a word too
    alone = memory_of("Framework met her twice.")
    assert subjects_of(text, alone) == ("Framework",)


def test_bracket_may_hold_brackets() -> None:
    assert cut_bracket("Train staff. (Crown Prosecution Service (East); Home Office)") == (
        "Train staff.",
        "Crown Prosecution Service (East); Home Office",
    )


def test_name_that_lost_its_line_is_cut_off() -> None:
    memory = memory_of("The officers acted.", "It was late.")
    for text, expected in (
        (
            "Eastmoor Constabulary It is recommended that records are kept.",
            ("Eastmoor Constabulary", "It is recommended that records are kept."),
        ),
        (
            "Eastmoor Constabulary Eastmoor Constabulary should keep records.",
            ("Eastmoor Constabulary", "Eastmoor Constabulary should keep records."),
        ),
        ("Eastmoor Constabulary should keep records.", None),  # the subject, not a heading
    ):
        assert from_fused(text, memory) == expected


def test_a_name_whose_end_stands_nowhere_else_is_one() -> None:
    """`Homes` is a body's name, `Neighbourhoods` none: the report never writes it alone."""
    text = "That Tollbridge Homes and Neighbourhoods should ask about money."
    seen = "Tollbridge Homes and Neighbourhoods wrote to the panel."
    assert subjects_of(text, memory_of(text, seen)) == ("Tollbridge Homes and Neighbourhoods",)


def test_a_name_that_also_stands_alone_is_not_the_end_of_another() -> None:
    text = "That Tollbridge Homes and Framework should ask about money."
    seen = ("Framework told the panel of its work.", "Framework has since closed.")
    assert subjects_of(text, memory_of(text, *seen)) == ("Tollbridge Homes", "Framework")


def test_a_department_is_not_parted_by_how_often_its_end_is_named() -> None:
    """Adult Social Care is named on every page of some reports."""
    text = "The panel recommends that the Department of Health and Social Care commission a study."
    seen = ["Adult Social Care attended."] * 3
    assert subjects_of(text, memory_of(text, *seen)) == ("Department of Health and Social Care",)


def test_a_heading_of_a_level_names_no_body() -> None:
    """It ends in the word "partnership", but not with a capital, as a name does."""
    over = heading("Multi-agency and partnership recommendations", 2)
    ask = item("It is recommended that the leaflet is printed again.", "1.")
    assert bodies(heading("Recommendations"), over, ask) == [()]
    named = heading("National Probation Service recommendations", 2)
    assert bodies(heading("Recommendations"), named, ask) == [("National Probation Service",)]


PLAN = ("Recommendation", "Action", "Lead agency", "Target date")
FORM = "It is recommended that the form for visits is shortened."
POST = "It is recommended that the post of trainer is filled."


def test_a_further_row_of_a_plan_names_a_further_lead() -> None:
    """Its cell of the recommendation is blank where the format has no merged cells."""
    rows = [
        (FORM, "Draft it", "Eastmoor Constabulary", "May 2023"),
        ("", "Print it", "Home Office", "June 2023"),
        (POST, "Advertise", "Eastmoor Constabulary", "May 2023"),
    ]
    found = bodies(heading("Action plan"), table(PLAN, *rows))
    assert found == [("Eastmoor Constabulary", "Home Office"), ("Eastmoor Constabulary",)]


def test_several_leads_outweigh_the_one_over_their_rows() -> None:
    rows = [
        ("Home Office",),
        (FORM, "Draft it", "Home Office\nMinistry of Justice", "May 2023"),
        (POST, "Advertise", "Eastmoor Constabulary", "May 2023"),
    ]
    found = bodies(heading("Action plan"), table(PLAN, *rows))
    # a lead that is another body altogether does not
    assert found == [("Home Office", "Ministry of Justice"), ("Home Office",)]


def test_a_body_alone_in_a_row_of_two_columns_stands_over_the_next() -> None:
    """Markdown and some PDFs know no cell over two columns."""
    rows = [("Home Office", ""), ("1", FORM), ("Eastmoor Constabulary", ""), ("2", POST)]
    found = bodies(heading("Recommendations"), table(("No.", "Recommendation"), *rows))
    assert found == [("Home Office",), ("Eastmoor Constabulary",)]


def test_a_recommendation_without_its_agency_stands_over_nothing() -> None:
    rows = [(FORM, ""), (POST, "Home Office")]
    found = bodies(heading("Recommendations"), table(("Recommendation", "Agency"), *rows))
    assert found == [(), ("Home Office",)]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        # two that the report lists apart
        ("Eastmoor Police Haven", ("Eastmoor Police", "Haven")),
        ("Haven House Eastmoor Police", ("Haven House Eastmoor Police",)),  # the first is no body
        # two that stand nowhere alone: `Ambulance Service NHS Trust` looks no different
        ("Home Office Ministry of Justice", ("Home Office Ministry of Justice",)),
        # a name that goes on, whose end stands nowhere alone
        ("Eastmoor Police Federation", ("Eastmoor Police Federation",)),
        # a department after its council
        (
            "Eastmoor County Council Adult Social Care",
            ("Eastmoor County Council Adult Social Care",),
        ),
    ],
)
def test_names_that_a_lost_line_break_ran_together(cell: str, expected: tuple[str, ...]) -> None:
    listed = ("Eastmoor Police", "Haven", "Eastmoor County Council", "Adult Social Care")
    panel = [para("The panel held members of:"), *[item(name) for name in listed]]
    asks = table(("Recommendation", "Agency"), (FORM, cell), (POST, "Home Office"))
    assert bodies(*panel, heading("Recommendations"), asks)[0] == expected


def test_halves_of_a_name_on_two_lines_are_not_two_names() -> None:
    rows = [(FORM, "Severn Ambulance\nService NHS Trust"), (POST, "Home Office")]
    found = bodies(heading("Recommendations"), table(("Recommendation", "Agency"), *rows))
    memory = memory_of("Severn Ambulance\nService NHS Trust")
    assert memory.run_together("Severn Ambulance Service NHS Trust") == ()
    assert found[1] == ("Home Office",)


def test_a_listed_name_before_an_actor_is_cut_off() -> None:
    """A lost line break put the list's heading before a sentence that names the body anew."""
    memory = memory_of("Eastmoor Constabulary")
    text = "Eastmoor Constabulary Eastmoor Police should keep a note of each call."
    assert from_fused(text, memory) == ("Eastmoor Constabulary", text[22:])
    assert from_fused("Eastmoor Police Federation should keep a note.", memory) is None


def bodies(*blocks: Block) -> list[tuple[str, ...]]:
    found = extract_review([document(*blocks)]).recommendations
    return [tuple(a.printed for a in one.addressees) for one in found]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # what follows and for whom; the recommendations address nobody
        ("Questions for the Board", ()),
        ("Prompts for each Trust", ()),
        # a line that says who is to act
        ("Eastmoor Safeguarding Adults Board", ("Eastmoor Safeguarding Adults Board",)),
    ],
)
def test_a_line_on_what_follows_names_no_addressee(line: str, expected: tuple[str, ...]) -> None:
    """The line closes a recommendation as well as it might open the next."""
    blocks = [heading("Recommendations")]
    for number in (1, 2, 3):
        blocks += [
            para(f"Recommendation {number}: Training", bold=True),
            para(f"It is recommended that course number {number} is held again."),
            para(line, italic=True),
            item(f"How would anybody know that course {number} was held?"),
        ]
    assert bodies(*blocks)[1] == expected


def test_points_under_a_sentence_in_bold_belong_to_it() -> None:
    """A sentence that asks and ends in a colon is no heading, whatever its type."""
    blocks = [
        heading("Recommendations"),
        heading("The policy on visits should be revised. The revised policy should:", 2),
        item("name the person responsible for each step", "(i)"),
        item("include a page for new staff", "(ii)"),
        heading("It is recommended that all staff are trained in the new policy.", 2),
    ]
    found = extract_review([document(*blocks)]).recommendations
    assert [one.text.count("\n") for one in found] == [2, 0]
