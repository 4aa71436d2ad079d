import pytest

from learnt.extract.metadata import find_metadata
from learnt.extract.metadata.count import number_of
from learnt.extract.metadata.death import deaths_in
from learnt.extract.metadata.partnership import names_in
from learnt.extract.metadata.people import read_name
from learnt.records import Block, Metadata
from tests.extract.factories import document, heading, item, para, table

LONG = "The panel met on five occasions to consider what each agency had known and done. " * 4


def metadata(*blocks: Block) -> Metadata:
    return find_metadata([document(*blocks, para(LONG), para(LONG), para(LONG))])


FRONT = (
    heading("Safer Eastmoor Partnership"),
    heading("Domestic Homicide Review"),
    para("Overview report into the death of Rowan in June 2020"),
    para("Independent Chair and Author: Dr Jane O’Hare QPM"),
    para("Report completed: 14 March 2022"),
    para("Published: May 2023"),
    heading("Introduction"),
)


def test_title_page_is_read() -> None:
    found = metadata(*FRONT)
    assert (found.kind, found.csp, found.chair, found.author) == (
        "dhr",
        "Safer Eastmoor Partnership",
        "Dr Jane O’Hare QPM",
        "Dr Jane O’Hare QPM",
    )
    assert (found.death_date, found.year_of_death) == ("2020-06", 2020)
    assert (found.completed, found.published) == ("2022-03-14", "2023-05")
    assert found.title is not None
    assert found.title.startswith("Domestic Homicide Review")


def test_each_value_has_its_evidence() -> None:
    found = metadata(*FRONT)
    assert found.evidence["published"][0].quote == "Published: May 2023"
    assert found.evidence["csp"][0].document == "overview.pdf"


def test_library_page_prints_several_values_in_a_line() -> None:
    found = metadata(
        heading("Eastmoor review"),
        para("Domestic Homicide Review"),
        para("CSP: Eastmoor Published: April 2023 Year of death: 2017 Extracted: 31 recs"),
        heading("Summary"),
        para("The review tells of chances that were missed to ask and to share what was known."),
        heading("Extracted recommendations"),
    )
    assert (found.csp, found.published, found.death_date) == ("Eastmoor", "2023-04", "2017")
    assert found.printed_count == 31
    assert found.summary is not None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Domestic Abuse Related Death Review", "dardr"),
        ("Single Unified Safeguarding Review", "susr"),
        ("Domestic Homicide Overview Review", "dhr"),
        ("Collision of a train with a stop block", "other"),
        ("Government response to the domestic homicide review", "other"),  # an answer is no review
    ],
)
def test_kind_follows_what_the_front_calls_it(title: str, kind: str) -> None:
    assert metadata(heading(title), heading("Introduction")).kind == kind


def test_partnership_is_the_one_that_commissioned() -> None:
    found = metadata(
        heading("Domestic Homicide Review"),
        heading("Introduction"),
        para("The review was commissioned by the Harrowmere Community Safety Partnership."),
        para("The Home Office was told. Saltby Community Safety Partnership gave advice."),
        table(("CSP", "Community Safety Partnership"), ("DASH", "A risk checklist")),
    )
    assert found.csp == "Harrowmere Community Safety Partnership"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("on behalf of Safer Eastmoor and Saltby", ["Safer Eastmoor and Saltby"]),
        ("each Community Safety Partnership decides", []),  # the kind, not a name
        (
            "The Wrenfield and Tarn Community Safety Partnership met",
            ["Wrenfield and Tarn Community Safety Partnership"],
        ),
    ],
)
def test_partnerships_are_named_in_full(text: str, names: list[str]) -> None:
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Report into the death of ‘Leila’ in 2020", "2020"),
        ("Adult A, who died on 14 June 2020, was a carer.", "2020-06-14"),
        ("Rowan was murdered in March 2018.", "2018-03"),
        ("On Saturday 12 June 2017, police found Rowan with fatal injuries.", "2017-06-12"),
        ("a resident of Saltby prior to the point of her death in June 2019", "2019-06"),
        ("from 1 May 2015 to 12 June 2019 (the date of her death)", "2019-06-12"),
        ("Adult P / Died 2021", "2021"),
        ("His mother died in 2009.", None),  # somebody else
        ("Review DHR/2019/03 into the death of Rowan", None),  # a reference, not a date
        ("under the Domestic Violence, Crime and Victims Act 2004", None),  # a law
    ],
)
def test_death_is_told_from_other_dates(text: str, date: str | None) -> None:
    assert deaths_in(text) == ([date] if date else [])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The panel made 14 recommendations.", 14),
        ("This review makes a total of twelve recommendations.", 12),
        ("There are twenty-three recommendations in this report.", 23),
        ("The previous review made 14 recommendations.", None),  # another review's
        ("The panel made 3 recommendations for the police.", None),  # a sub-total
        ("The panel made single agency recommendations.", None),
    ],
)
def test_printed_count_is_this_reviews_total(text: str, count: int | None) -> None:
    assert metadata(heading("Domestic Homicide Review"), para(text)).printed_count == count


def test_numbers_in_words() -> None:
    assert [number_of(text) for text in ("31", "twelve", "thirty-one", "some")] == [
        31,
        12,
        31,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dr Jane O’Hare QPM, who", "Dr Jane O’Hare QPM"),
        ("Hugh Stanhope-Reid", "Hugh Stanhope-Reid"),
        ("Independent Chair", None),  # a role
        ("the panel", None),
    ],
)
def test_names_of_chairs(text: str, name: str | None) -> None:
    assert (read_name(text) or None) == name


def test_panel_comes_from_table_or_list() -> None:
    found = metadata(
        heading("Review panel"),
        table(
            ("Name", "Role", "Agency"),
            ("J. Moor", "Inspector", "Eastmoor Constabulary"),
            ("A. Reed", "Manager", "Saltby Housing Association"),
        ),
    )
    assert found.panel == ("Eastmoor Constabulary", "Saltby Housing Association")
    found = metadata(
        heading("Panel members"),
        item("J. Moor, Inspector, Eastmoor Constabulary"),
        item("A. Reed, Manager, Saltby Housing Association"),
    )
    assert found.panel == ("Eastmoor Constabulary", "Saltby Housing Association")


FRONTS: list[tuple[tuple[Block, ...], dict[str, object]]] = [
    (  # labels with colons, capitals
        (
            heading("DOMESTIC HOMICIDE REVIEW"),
            para("Died: 14th June 2018"),
            para("Author: Jane Moor"),
            para("Commissioned by: Safer Saltby Partnership"),
            para("Date: March 2020"),
        ),
        {
            "csp": "Safer Saltby Partnership",
            "death_date": "2018-06-14",
            "author": "Jane Moor",
            "completed": "2020-03",
        },
    ),
    (  # no labels at all: a partnership on behalf of which a council writes, a date alone
        (
            para("Tarn Borough Council"),
            para("on behalf of the Tarn Community Safety Partnership"),
            heading("DHR Overview Report"),
            para("in respect of Helen, murdered 12.02.16"),
            para("15 March 2018"),
        ),
        {
            "csp": "Tarn Community Safety Partnership",
            "death_date": "2016-02-12",
            "completed": "2018-03-15",
            "published": None,
        },
    ),
    (  # a table of labels
        (
            heading("Domestic Homicide Review – Case 7"),
            table(
                ("Name of CSP", "One Saltby Partnership"),
                ("Date of Death", "June 2017"),
                ("Report Author", "Ann Lowe"),
                ("Report completed", "4 May 2019"),
                header=False,
            ),
        ),
        {
            "csp": "One Saltby Partnership",
            "death_date": "2017-06",
            "author": "Ann Lowe",
            "completed": "2019-05-04",
        },
    ),
    (  # labels over their values, and a name after its label without a colon
        (
            para("Wrenfield Community Safety Partnership"),
            heading("Domestic Homicide Review"),
            para("Independent Chair"),
            para("Dr Mark Reed"),
            para("Report Author Jane Moor"),
        ),
        {"chair": "Dr Mark Reed", "author": "Jane Moor"},
    ),
    (  # the dates of a cited guidance and of an upload are not the review's
        (
            heading("Domestic Abuse Related Death Review (formerly Domestic Homicide Review)"),
            para("Guidance published in December 2016 was followed."),
            para("Uploaded on: 3 May 2024"),
        ),
        {"kind": "dardr", "published": None, "completed": None},
    ),
    (  # what is no review has no partnership that it merely mentions
        (
            heading("Government response to the review in Saltby"),
            para("Published 21 March 2024"),
            para("Saltby Community Safety Partnership was told."),
        ),
        {"kind": "other", "csp": None, "published": "2024-03-21"},
    ),
    (  # a trust's name is no partnership's
        (
            heading("Domestic Homicide Review"),
            para("The Saltby Partnership NHS Foundation Trust wrote to Safer Tarn Partnership."),
        ),
        {"csp": "Safer Tarn Partnership"},
    ),
]


@pytest.mark.parametrize(("blocks", "expected"), FRONTS)
def test_fronts_are_read_in_many_manners(
    blocks: tuple[Block, ...], expected: dict[str, object]
) -> None:
    found = metadata(*blocks)
    assert {field: getattr(found, field) for field in expected} == expected


def test_chair_and_author_are_told_in_prose() -> None:
    found = metadata(
        heading("Domestic Homicide Review"),
        para(
            "Jane Moor, an independent practitioner, was appointed to chair the panel and write the report."
        ),
    )
    assert (found.chair, found.author) == ("Jane Moor", "Jane Moor")


def test_a_text_about_many_reviews_is_none() -> None:
    many = para("Of the DHRs of the decade, some DHRs were late. A DHR takes time. These DHRs did.")
    assert metadata(heading("A decade of work"), many, many, many).kind == "other"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Safer Eastmoor Domestic Homicide Review", "Safer Eastmoor"),
        (
            "Overview Report for the Eastmoor Community Safety Board",
            "Eastmoor Community Safety Board",
        ),
        ("Safer Saltreach Partnership", "Safer Saltreach Partnership"),  # holds "each partnership"
        ("Each Partnership", None),
    ],
)
def test_partnership_stands_in_title_lines(line: str, name: str | None) -> None:
    assert metadata(heading(line), heading("Overview Report"), heading("Introduction")).csp == name


def test_rows_run_into_one_line_are_cut_at_their_labels() -> None:
    found = metadata(
        heading("Domestic Homicide Review"),
        para(
            "Commissioning body Safer Eastmoor Partnership Independent Chair and Author Jane Moor"
        ),
        heading("Introduction"),
    )
    assert (found.csp, found.chair) == ("Safer Eastmoor Partnership", "Jane Moor")


@pytest.mark.parametrize(
    ("text", "completed"),
    [
        ("The review began in May 2020 and was concluded in April 2022.", "2022-04"),
        ("The review began on 3 May 2020 and was completed on 6 April 2022.", "2022-04-06"),
        ("The trial was concluded in April 2022.", None),  # not the review
        ("The review heard that the trial was concluded in April 2022.", None),
    ],
)
def test_completion_is_the_reviews(text: str, completed: str | None) -> None:
    assert metadata(heading("Domestic Homicide Review"), para(text)).completed == completed


def test_a_date_under_a_label_is_not_one_alone() -> None:
    found = metadata(
        heading("Domestic Homicide Review"), para("Date published"), para("August 2017")
    )
    assert (found.published, found.completed) == ("2017-08", None)
    assert metadata(heading("Domestic Homicide Review"), para("March 2016")).completed == "2016-03"


def test_guidance_named_in_a_sentence_makes_no_other_kind() -> None:
    told = para(
        "The review was established by Safer Eastmoor and has followed the statutory guidance."
    )
    assert metadata(heading("A Domestic Homicide Review"), told).kind == "dhr"
    assert metadata(heading("Statutory guidance on domestic homicide reviews")).kind == "other"


@pytest.mark.parametrize(
    ("text", "chair"),
    [
        ("Jane Moor chaired the panel and is the author of this report.", "Jane Moor"),
        ("Jane Moor was appointed as the independent chair of the review.", "Jane Moor"),
        ("Jane Moor chaired the meeting of the school’s governors.", None),
    ],
)
def test_chair_is_told_in_prose(text: str, chair: str | None) -> None:
    assert metadata(heading("Domestic Homicide Review"), para(text)).chair == chair


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Year of the homicide 2018", 2018),  # a table whose cells ran into one line
        ("Year of death: 2018", 2018),
        ("Year of the audit 2018", None),
        ("Year of the homicide review 2018", None),  # no label of the death
        ("It was the year of the homicide 2018", None),
    ],
)
def test_a_year_may_follow_its_label_without_a_mark(line: str, year: int | None) -> None:
    page = document(heading("Domestic Homicide Review"), para("Overview Report"), para(line))
    assert find_metadata([page]).year_of_death == year


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("CSP Eastmoor Community Safety Partnership Date of death 25 November 2021", "2021-11-25"),
        ("Date of death 25 November 2021", "2021-11-25"),
        ("The mother gave the wrong date of death 25 November 2021", None),  # prose
        ("Date of death Eastmoor 25 November 2021", None),  # the date has another label
    ],
)
def test_a_date_may_close_a_line_of_two_rows(line: str, date: str | None) -> None:
    page = document(heading("Domestic Homicide Review"), para("Overview Report"), para(line))
    assert find_metadata([page]).death_date == date


@pytest.mark.parametrize(
    ("title", "line", "csp"),
    [
        ("Independent investigation into care", "Commissioned by NHS England", None),
        (
            "Independent investigation into care",
            "Commissioned by Eastmoor Community Safety Partnership",
            "Eastmoor Community Safety Partnership",
        ),
        ("Domestic Homicide Review", "Commissioned by: Eastmoor Together", "Eastmoor Together"),
    ],
)
def test_only_a_review_has_a_partnership_of_any_name(
    title: str, line: str, csp: str | None
) -> None:
    page = document(heading(title), para(line), para(LONG), para(LONG))
    assert find_metadata([page]).csp == csp
