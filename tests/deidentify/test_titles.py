"""Titles, file names, addresses and summaries that name nobody."""

import pytest

from learnt.deidentify.places import find_case_places
from learnt.deidentify.summary import compose_summary
from learnt.deidentify.titles import is_plain_path, public_address, public_names, public_title
from learnt.records import Metadata, SourceDocument

CSP = "Tarnshire Community Safety Partnership"


@pytest.mark.parametrize(
    ("metadata", "csp", "title"),
    [
        (Metadata(title="Vell", year_of_death=2019), CSP, f"{CSP} review, death in 2019"),
        (Metadata(title="Vell"), CSP, f"{CSP} review"),
        (
            Metadata(kind="dhr", year_of_death=2019),
            None,
            "Domestic homicide review, death in 2019",
        ),
        (Metadata(), None, "Review"),
    ],
)
def test_titles_are_made_from_the_record(metadata: Metadata, csp: str | None, title: str) -> None:
    assert public_title(metadata, csp) == title


def document(name: str, role: str) -> SourceDocument:
    return SourceDocument(
        name=name, sha256="0", media_type="text/plain", pages=1, language="en", role=role
    )


def test_file_names_tell_the_part_only() -> None:
    named = public_names(
        (
            document("Vell final.PDF", "overview"),
            document("vell.docx", ""),
            document("vell 2.pdf", "overview"),
            document("vell", "Vell"),
        )
    )
    assert list(named.values()) == ["overview.pdf", "document.docx", "overview-2.pdf", "document"]


@pytest.mark.parametrize(
    "url",
    [
        "https://www.tarnshire.gov.uk/community-safety/domestic-homicide-reviews",
        "https://library.example/download/5f3a0c9b2d1e4f6a7b8c9d0e",
        "https://tarnshire.example/reports/dhr-2019-final.pdf",
    ],
)
def test_addresses_of_plain_words_stay(url: str) -> None:
    assert public_address(url, {"tarnshire", "community", "safety"}) == url


@pytest.mark.parametrize(
    "url",
    [
        "https://tarnshire.example/reports/dhr-vell-2019.pdf",
        "https://tarnshire.example/reports/Report%20on%20Vell.pdf",
        "https://someone@tarnshire.example/reports",
        "reports/overview.pdf",
        None,
    ],
)
def test_addresses_that_may_hold_a_name_go(url: str | None) -> None:
    assert public_address(url) is None


def test_a_file_name_of_plain_words() -> None:
    assert is_plain_path("dhr-overview-report-2019.pdf")
    assert not is_plain_path("dhr_vell_report.pdf")


def test_a_summary_tells_only_what_the_record_holds() -> None:
    assert compose_summary(Metadata(), None, [], 0, 0) == "A review."
    whole = Metadata(kind="dhr", year_of_death=2019, published="2021-03-04")
    bodies = [
        "Tarnshire Constabulary",
        "Tarnshire Constabulary",
        "Tarnshire County Council",
        "Haven",
    ]
    assert compose_summary(whole, CSP, bodies, 3, 1) == (
        f"A domestic homicide review commissioned by the {CSP} after a death in 2019."
        " It makes three recommendations, to Tarnshire Constabulary, Tarnshire County Council and"
        " one other body. Its action plan has one action. It was published in March 2021."
    )


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("She lived in Elmstow with him", ["Elmstow"]),
        ("found dead at an address in Nether Wallop.", ["Nether Wallop"]),
        ("He moved to Stoke-under-Elm and", ["Stoke-under-Elm"]),
        # Larger than a partnership, or the partnership's own.
        ("She moved to England", []),
        ("He lived in Tarnshire", []),
        # Nobody lives there.
        ("The policy is used in Elmstow", []),
        ("lived in fear", []),
        # The name goes on as a body's.
        ("worked in Elmstow General Hospital Trust", []),
    ],
)
def test_places_of_the_case_are_found(text: str, places: list[str]) -> None:
    found = [text[c.start : c.end] for c in find_case_places(text, {"tarnshire"})]
    assert found == places
