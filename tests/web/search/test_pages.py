"""The search page, its files and the page of similar recommendations, as a stranger sees them."""

import csv
import io
import json

import pytest
from django.test import Client
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from learnt.web.curation.models import Intake
from learnt.web.curation.publishing import withdraw
from tests.web.search.shelf import full_text, shelf

pytestmark = pytest.mark.django_db
TRAIN = "The force should train call handlers in the risk of strangulation."
TRAIN_AGAIN = (
    "Training for call handlers in the risk of strangulation should be given by the force."
)
FORMULA = "=1+1 should not be run by a spreadsheet; staff should check."


@pytest.fixture(autouse=True)
def shelved() -> None:
    shelf(1, TRAIN, FORMULA, body="Fallowmere Police")
    shelf(2, TRAIN_AGAIN, csp="Tarnbrook Community Safety Partnership", published="2032-03")


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_results_are_marked_and_lead_to_the_review(client: Client) -> None:
    html = page(client, "/search/?q=strangulation")
    assert '<mark class="learnt-mark">strangulation</mark>' in html
    assert "/reviews/review-1/#rec-1-1" in html
    assert "2 recommendations" in html


def test_what_is_asked_is_escaped(client: Client) -> None:
    html = page(client, "/search/?q=<script>alert(1)</script>&region=<b>x</b>&more=%22onload=")
    assert "<script>alert" not in html
    assert "<b>x" not in html


def test_filters_in_use_can_be_taken_away(client: Client) -> None:
    html = page(client, "/search/?q=strangulation&kind=dhr&published=2032")
    assert 'href="?q=strangulation&amp;published=2032"' in html
    assert 'value="2032" form="search" checked' in html


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/search/?q=zzyzzyva", "Nothing was found"),
        pytest.param(
            "/search/?q=strangulashun",
            "This looks for “strangulation” in its place",
            marks=full_text,
        ),
        pytest.param(
            "/search/?q=strangulaton",
            "This looks for “strangulation” in its place",
            marks=full_text,
        ),
        ("/search/", "3 recommendations"),
        ("/search/?show=reviews", "2 reviews"),
        ("/search/?q=strangulation&page=99", "2 recommendations"),
        ("/search/?q=strangulation&sort=date", "Sort by relevance"),
    ],
)
def test_what_the_page_says(client: Client, address: str, says: str) -> None:
    assert says in page(client, address)


def test_a_withdrawn_review_is_nowhere(client: Client) -> None:
    withdraw(Intake.objects.get(slug="review-1"))
    for address in ("/search/?q=strangulation", "/search/found.csv?q=strangulation", "/search/"):
        assert "Fallowmere" not in page(client, address)
    assert client.get("/search/similar/rec-1-1/").status_code == 404
    assert "rec-1-1" not in page(client, "/search/similar/rec-2-1/")


def test_searching_changes_nothing(client: Client) -> None:
    assert client.post("/search/", {"q": "x"}).status_code == 405


def test_similar_recommendations_are_shown_with_the_words_they_share(client: Client) -> None:
    html = page(client, "/search/similar/rec-1-1/")
    assert "/reviews/review-2/#rec-2-1" in html
    assert "strangulation" in html
    assert client.get("/search/similar/nothing/").status_code == 404


def test_csv_opens_in_a_spreadsheet_and_runs_nothing(client: Client) -> None:
    response = client.get("/search/found.csv?q=spreadsheet")
    text = response.content.decode("utf-8-sig")
    assert response.content.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(text))
    assert row["recommendation"] == f"'{FORMULA}"
    assert row["learnt_version"]
    assert row["codebook_version"]
    assert row["rules"]
    assert row["data_of"]
    assert "attachment" in response["Content-Disposition"]


def test_a_workbook_holds_text_not_formulas(client: Client) -> None:
    response = client.get("/search/found.xlsx?q=spreadsheet")
    book = load_workbook(io.BytesIO(response.content))
    cells = [cell for row in book["recommendations"].iter_rows() for cell in row]
    assert all(cell.data_type != "f" for cell in cells)
    assert FORMULA in [cell.value for cell in cells]
    assert "learnt_version" in [row[0].value for row in book["about"].iter_rows()]


def test_a_workbook_opens_ready_to_read(client: Client) -> None:
    book = load_workbook(io.BytesIO(client.get("/search/found.xlsx").content))
    page = book["recommendations"]
    names = [cell.value for cell in page[1]]
    letter = get_column_letter(names.index("recommendation") + 1)
    assert page.column_dimensions[letter].width > 40
    assert all(cell.font.bold for cell in page[1])
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == page.dimensions
    longest = max(page[letter], key=lambda cell: len(str(cell.value)))
    assert longest.alignment.wrap_text or len(longest.value) < 80


def test_json_tells_what_was_asked_and_found(client: Client) -> None:
    told = json.loads(page(client, "/search/found.json?q=strangulation&published=2032"))
    assert told["asked"] == "strangulation"
    assert told["found"] == 1
    assert [row["id"] for row in told["recommendations"]] == ["rec-2-1"]


def test_files_of_nothing_and_of_other_kinds(client: Client) -> None:
    assert "nothing was found" in page(client, "/search/found.csv?q=zeppelin")
    assert client.get("/search/found.exe?q=x").status_code == 404


def test_reviews_can_be_downloaded(client: Client) -> None:
    told = json.loads(page(client, "/search/found.json?q=tarnbrook&show=reviews"))
    assert [row["address"].rpartition("/reviews/")[2] for row in told["reviews"]] == ["review-2/"]
