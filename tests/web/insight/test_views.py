import io
import json
import zipfile
from typing import Any

import pytest
from django.test import Client
from docx import Document

from learnt.web.insight.models import Report
from tests.web.factories import CSP, person, published
from tests.web.insight.factories import overview
from tests.web.register.factories import HERE, case

pytestmark = pytest.mark.django_db
WORDS = "The partnership has trained every housing officer since."


@pytest.fixture
def editor() -> Client:
    client = Client()
    client.force_login(person("editor", HERE))
    return client


@pytest.fixture
def cases() -> None:
    published(1)
    for number in range(1, 13):
        case(number, method="stabbing" if number < 4 else "other")
    case(13, partnership="norfolk-elsewhere", csp="Elsewhere")


def filled(**changes: Any) -> dict[str, Any]:
    told = {"title": "A decade", "partnership": HERE, "denominator": "recorded"}
    return told | changes


def findings(client: Client, report: Report, use: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = client.get(f"{report.get_absolute_url()}{use}.json").json()
    return told


def of_sex(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for one in told if one["table"] == "joint.sex_of_victim"]


def test_a_report_is_asked_for_and_opened(editor: Client, cases: None) -> None:
    response = editor.post("/desk/reports/add/", filled(first=2011, last=2030))
    report = Report.objects.get()
    assert response["Location"] == report.get_absolute_url()
    page = editor.get(report.get_absolute_url())
    assert page.status_code == 200
    assert "What the public report merges or withholds" in page.content.decode()


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"title": ""}, "Enter a name for the report"),
        ({"first": 2020, "last": 2010}, "must not be before"),
        ({"partnership": "norfolk"}, "partnership"),
        ({"populations": "Fallowmere, many, 2021, a census"}, "many"),
    ],
    ids=["no name", "years the wrong way round", "another's partnership", "no number"],
)
def test_what_cannot_be_is_told_at_the_field(
    editor: Client, changes: dict[str, Any], said: str
) -> None:
    response = editor.post("/desk/reports/add/", filled(**changes))
    assert response.status_code == 422
    assert said in response.content.decode()
    assert not Report.objects.exists()


def test_the_internal_report_counts_what_the_partnership_may_see(
    editor: Client, cases: None
) -> None:
    told = findings(editor, overview(), "internal")
    (women,) = [one for one in of_sex(told) if one["group"] == "Female"]
    assert women["numerator"] == 12, "the case of another partnership is not counted"
    assert told
    assert not any(one["public"] for one in told)


def test_a_partnerships_report_holds_its_own_cases_whoever_opens_it(cases: None) -> None:
    client, made = Client(), overview()
    client.force_login(person("editor"))
    (women,) = [
        one for one in of_sex(findings(client, made, "internal")) if one["group"] == "Female"
    ]
    assert women["numerator"] == 12


FIGURES = """tally,group,value,unit,period,coverage,source,numerator,denominator
joint.sex_of_victim,Female,75,percent,2020,Elsewhere,An invented figure,75,100"""


def test_a_report_is_narrowed_crossed_and_compared(editor: Client, cases: None) -> None:
    """What the command line can ask for, the page can."""
    asked = {
        "filters": f"csp = {CSP}\n",
        "crosses": "sex_of_victim, role",
        "comparators": FIGURES,
    }
    response = editor.post("/desk/reports/add/", filled(**asked))
    assert response.status_code == 302, response.content.decode()
    report = Report.objects.get()
    page = editor.get(f"{report.get_absolute_url()}internal.html").content.decode()
    assert "An invented figure" in page
    assert f"csp {CSP}" in page
    assert "joint.sex_of_victim_by_role" in {
        one["table"] for one in findings(editor, report, "internal")
    }


def test_what_is_asked_in_lines_is_checked(editor: Client, cases: None) -> None:
    for field, text, said in (
        ("filters", "kind", "write a variable and its value"),
        ("filters", "sex_of_victim=Female", "cannot be narrowed by sex_of_victim"),
        ("crosses", "sex_of_victim", "write two variables"),
        ("crosses", "sex_of_victim, shoe_size", "shoe_size is no variable"),
        ("comparators", "tally,group\na,b", "Published figures"),
    ):
        response = editor.post("/desk/reports/add/", filled(**{field: text}))
        assert response.status_code == 422, field
        assert said in response.content.decode(), field


def test_the_public_report_tells_no_ids(editor: Client, cases: None) -> None:
    told = findings(editor, overview(), "public")
    assert told
    assert all(one["public"] and "ids" not in one for one in told)
    assert "CASE-1" not in json.dumps(told)


def test_every_kind_of_file_is_given(editor: Client, cases: None) -> None:
    address = overview().get_absolute_url()
    assert editor.get(f"{address}public.pdf").content.startswith(b"%PDF")
    word = Document(io.BytesIO(editor.get(f"{address}internal.docx").content))
    assert word.sections[0].header.paragraphs[0].text
    assert zipfile.is_zipfile(io.BytesIO(editor.get(f"{address}public.zip").content))
    assert editor.get(f"{address}public.exe").status_code == 404
    assert editor.get(f"{address}secret.html").status_code == 404


def test_a_page_is_shown_under_a_strict_policy(editor: Client, cases: None) -> None:
    response = editor.get(f"{overview().get_absolute_url()}public.html")
    policy = response["Content-Security-Policy"]
    assert "sha256-" in policy
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy
    assert response["Content-Type"].startswith("text/html")


def test_words_stay_when_the_figures_change(editor: Client, cases: None) -> None:
    report = overview()
    editor.post(f"{report.get_absolute_url()}words/", {"conclusions": WORDS})
    before = editor.get(f"{report.get_absolute_url()}internal.html").content.decode()
    case(14)
    after = editor.get(f"{report.get_absolute_url()}internal.html").content.decode()
    assert WORDS in before
    assert WORDS in after
    assert before != after


def test_a_name_in_the_words_never_becomes_public(editor: Client, cases: None) -> None:
    report = overview(words={"conclusions": "Her sister Janet Ashcombe told the panel."})
    public = editor.get(f"{report.get_absolute_url()}public.html").content.decode()
    assert "Ashcombe" not in public
    internal = editor.get(f"{report.get_absolute_url()}internal.html").content.decode()
    assert "Ashcombe" in internal


def test_a_report_is_removed_by_post_alone(editor: Client) -> None:
    report = overview()
    assert editor.get(f"{report.get_absolute_url()}remove/").status_code == 405
    editor.post(f"{report.get_absolute_url()}remove/")
    assert not Report.objects.exists()
