"""Every address of the library, as everybody: who may see it, and with which methods.

A route that is not in the table fails the test: nobody adds a page without saying who may see it.
"""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from learnt.web.accounts.models import User
from learnt.web.catalogue.models import Recommendation
from learnt.web.curation.models import HeldRead
from tests.web.factories import intake, person, published
from tests.web.insight.factories import overview
from tests.web.register.factories import case

pytestmark = pytest.mark.django_db

EVERYBODY = ("stranger", "nobody", "reader", "other editor", "editor", "publisher", "administrator")
HERE = "fallowmere-community-safety-partnership"
OPEN = dict.fromkeys(EVERYBODY, 200)
SIGNED_IN = dict.fromkeys(EVERYBODY, 200) | {"stranger": 302}
ADMINISTRATOR = dict.fromkeys(EVERYBODY, 403) | {"stranger": 302, "administrator": 200}
POSTED = dict.fromkeys(EVERYBODY, 405)

TABLE: dict[str, tuple[str, dict[str, int]]] = {
    "catalogue:home": ("/", OPEN),
    "catalogue:search": ("/search/?q=training", OPEN),
    "catalogue:similar": ("/search/similar/rec-1-1/", OPEN),
    "catalogue:search-download": ("/search/found.csv?q=police", OPEN),
    "catalogue:reviews": ("/reviews/", OPEN),
    "catalogue:review": ("/reviews/fallowmere-2030-1/", OPEN),
    "catalogue:review-download": ("/reviews/fallowmere-2030-1.json", OPEN),
    "catalogue:agencies": ("/agencies/", OPEN),
    "catalogue:agency": ("/agencies/fallowmere-police/", OPEN),
    "catalogue:themes": ("/themes/", OPEN),
    "catalogue:theme": ("/themes/training/", OPEN),
    "catalogue:partnerships": ("/partnerships/", OPEN),
    "catalogue:partnership": (f"/partnerships/{HERE}/", OPEN),
    "catalogue:region": ("/regions/none/", dict.fromkeys(EVERYBODY, 404)),
    "catalogue:repeats": ("/repeats/", OPEN),
    "catalogue:repeat": ("/repeats/none/", dict.fromkeys(EVERYBODY, 404)),
    "catalogue:about": ("/about/methods/", OPEN),
    "catalogue:problem": ("/problem/", OPEN),
    "catalogue:robots": ("/robots.txt", OPEN),
    "catalogue:sitemap": ("/sitemap.xml", OPEN),
    "accounts:account": ("/account/", SIGNED_IN),
    "accounts:sign-in": (
        "/account/sign-in/",
        dict.fromkeys(EVERYBODY, 302) | {"stranger": 200},
    ),
    "accounts:sign-out": ("/account/sign-out/", POSTED),
    "accounts:password": ("/account/password/", SIGNED_IN),
    "accounts:second": ("/account/second-step/", SIGNED_IN),
    "accounts:second-off": (
        "/account/second-step/off/",
        POSTED | {"stranger": 302},
    ),
    "accounts:people": ("/account/people/", ADMINISTRATOR),
    "accounts:revoke": (
        "/account/people/1/revoke/",
        dict.fromkeys(EVERYBODY, 403) | {"stranger": 302, "administrator": 405},
    ),
    "accounts:withdraw": (
        "/account/people/invitations/1/withdraw/",
        dict.fromkeys(EVERYBODY, 403) | {"stranger": 302, "administrator": 405},
    ),
    "accounts:accept": ("/account/invitation/none/", dict.fromkeys(EVERYBODY, 404)),
}
TABLE |= {
    "api:docs": ("/api/v1/", OPEN),
    "api:openapi": ("/api/v1/openapi.json", OPEN),
    "api:recommendations": ("/api/v1/recommendations?q=train", OPEN),
    "api:recommendation": ("/api/v1/recommendations/rec-1-1", OPEN),
    "api:reviews": ("/api/v1/reviews", OPEN),
    "api:review": ("/api/v1/reviews/fallowmere-2030-1", OPEN),
    "api:agencies": ("/api/v1/agencies", OPEN),
    "api:themes": ("/api/v1/themes", OPEN),
    "api:partnerships": ("/api/v1/partnerships", OPEN),
    "api:repeats": ("/api/v1/repeats", OPEN),
    "api:repeat": ("/api/v1/repeats/none", dict.fromkeys(EVERYBODY, 404)),
    "api:nothing": ("/api/v1/none", dict.fromkeys(EVERYBODY, 404)),
    "dataset:download": ("/data/learnt-dataset.zip", OPEN),
    "feeds:all": ("/feeds/all.atom", OPEN),
    "feeds:search": ("/feeds/search.atom?q=training", OPEN),
    "feeds:agency": ("/feeds/agencies/fallowmere-police.atom", OPEN),
    "feeds:theme": ("/feeds/themes/training.atom", OPEN),
    "feeds:partnership": (f"/feeds/partnerships/{HERE}.atom", OPEN),
    "alerts:alerts": ("/account/alerts/?q=training", SIGNED_IN),
    "alerts:remove": ("/account/alerts/1/remove/", POSTED | {"stranger": 302}),
    "alerts:stop": ("/account/alerts/stop/none/", dict.fromkeys(EVERYBODY, 404)),
}
DESK = "/desk/reviews/fallowmere-2030-2/"
ITEM = f"{DESK}recommendations/rec-2-1/"
READERS = {
    "stranger": 302,
    "nobody": 403,
    "reader": 200,
    "other editor": 404,
    "editor": 200,
    "publisher": 200,
    "administrator": 200,
}
EDITORS = READERS | {"reader": 403}
PUBLISHERS = EDITORS | {"editor": 403, "other editor": 403}
EDITORS_POST = EDITORS | dict.fromkeys(EVERYBODY[3:], 405)
PUBLISHERS_POST = PUBLISHERS | {"publisher": 405, "administrator": 405}
TABLE |= {
    "curation:desk": ("/desk/", READERS | {"other editor": 200}),
    "curation:problems": (
        "/desk/problems/",
        dict.fromkeys(EVERYBODY, 403) | {"stranger": 302, "administrator": 200},
    ),
    "curation:settle": ("/desk/problems/1/settle/", EDITORS_POST),
    "curation:upload": ("/desk/upload/", EDITORS | {"other editor": 200}),
    "curation:upload-progress": (
        "/desk/upload/1/",
        EDITORS | dict.fromkeys(EVERYBODY[3:], 404),
    ),
    **{
        f"curation:upload-{name}": (f"/desk/upload/1/{name}/", EDITORS_POST | {"other editor": 405})
        for name in ("resume", "give-up")
    },
    "curation:compare": ("/desk/compare/", PUBLISHERS_POST),
    "curation:review": (DESK, READERS),
    "curation:ask": (ITEM, READERS),
    "curation:history": (f"{DESK}history/", READERS),
    "curation:picture": (
        f"{ITEM}picture/1/1.png",
        READERS | dict.fromkeys(EVERYBODY[2:], 404),
    ),
    "curation:add": (f"{DESK}add/", EDITORS),
    "curation:takedown": (f"{DESK}takedown/", PUBLISHERS),
    "curation:pseudonym": (f"{DESK}pseudonym/", PUBLISHERS),
    **{f"curation:{name}": (f"{DESK}{name}/", EDITORS) for name in ("summary", "about", "labels")},
    "curation:code": (f"{DESK}code/", EDITORS),
    **{
        f"curation:{name}": (f"{DESK}{name}/", PUBLISHERS_POST)
        for name in ("publish", "withdraw", "restrict", "take-apart")
    },
    "curation:merge": (
        f"{DESK}merge/fallowmere-2030-1/",
        PUBLISHERS,
    ),
    **{f"curation:{name}": (f"{DESK}{name}/", EDITORS_POST) for name in ("name", "undo")},
    "curation:forget-name": (f"{DESK}name/1/forget/", EDITORS_POST),
    **{
        f"curation:{name}": (f"{ITEM}{name}/", EDITORS_POST)
        for name in ("accept", "correct", "themes", "drop", "join", "split")
    },
}
CASES = "/desk/register/"
CASE = f"{CASES}cases/1/"
TABLE |= {
    "register:cases": (CASES, READERS | {"other editor": 200}),
    "register:add": (f"{CASES}add/", EDITORS | {"other editor": 200}),
    "register:upload": (f"{CASES}upload/", PUBLISHERS),
    "register:doubles": (f"{CASES}doubles/", READERS | {"other editor": 200}),
    "register:download": (f"{CASES}download/", READERS | {"other editor": 200}),
    "register:file": (f"{CASES}download/register.zip", READERS | {"other editor": 200}),
    "register:case": (CASE, READERS),
    "register:change": (f"{CASE}change/", EDITORS),
    "register:remove": (f"{CASE}remove/", EDITORS),
    **{f"register:{name}": (f"{CASE}{name}/", EDITORS_POST) for name in ("link", "unlink")},
    "register:facts": ("/desk/register/reviews/fallowmere-2030-2/", READERS),
    **{
        f"register:{name}": (f"/desk/register/reviews/fallowmere-2030-2/{end}/", EDITORS_POST)
        for name, end in (("make", "case"), ("answers", "answers"))
    },
    "register:add-person": (f"{CASE}victims/add/", EDITORS),
    "register:change-person": (f"{CASE}victims/1/change/", EDITORS),
    "register:remove-person": (f"{CASE}perpetrators/1/remove/", EDITORS),
}
OVERVIEW = "/desk/reports/"
TABLE |= {
    "insight:reports": (OVERVIEW, READERS | {"other editor": 200}),
    "insight:add": (f"{OVERVIEW}add/", EDITORS | {"other editor": 200}),
    "insight:report": (f"{OVERVIEW}1/", READERS),
    "insight:change": (f"{OVERVIEW}1/change/", EDITORS),
    "insight:words": (f"{OVERVIEW}1/words/", EDITORS),
    "insight:remove": (f"{OVERVIEW}1/remove/", EDITORS_POST),
    "insight:file": (f"{OVERVIEW}1/internal.json", READERS),
}
UNPUBLISHED = [
    "/reviews/fallowmere-2030-2/",
    "/reviews/fallowmere-2030-2.csv",
    "/reviews/fallowmere-2030-2.json",
    "/search/similar/rec-2-1/",
    "/api/v1/reviews/fallowmere-2030-2",
    "/api/v1/recommendations/rec-2-1",
]


def routes(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """Give the name of every route, with its app before it."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            yield from routes(entry, entry.namespace or space)
        elif isinstance(entry, URLPattern):
            yield f"{space}:{entry.name}" if space else str(entry.name)


def test_every_route_is_in_the_table() -> None:
    assert set(routes()) == set(TABLE)


@pytest.fixture
def people() -> dict[str, User | None]:
    published(1)
    intake(2)
    case(1)
    overview()
    return {
        "stranger": None,
        "nobody": person(),
        "reader": person("reader", HERE),
        "other editor": person("editor", "norfolk", name="other"),
        "editor": person("editor", HERE),
        "publisher": person("publisher", HERE),
        "administrator": person("administrator"),
    }


def test_who_sees_what(people: dict[str, User | None]) -> None:
    wrong = []
    for who, user in people.items():
        client = Client()
        if user:
            client.force_login(user)
        for name, (address, wanted) in TABLE.items():
            status = client.get(address).status_code
            if status != wanted[who]:
                wrong.append(f"{name} as {who}: {status}, not {wanted[who]}")
    assert not wrong


def body_of(client: Client, address: str) -> str:
    answer = client.get(address)
    content = b"".join(answer) if answer.streaming else answer.content
    return content.decode(errors="replace")


def test_what_is_not_published_is_nowhere(people: dict[str, User | None]) -> None:
    client = Client()
    for address in UNPUBLISHED:
        assert client.get(address).status_code == 404, address
    for name, (address, _) in TABLE.items():
        body = body_of(client, address)
        assert "fallowmere-2030-2" not in body, name
        assert "rec-2-" not in body, name
        assert "CASE-1" not in body, name


OWN = {"accounts:sign-out", "accounts:second-off", "alerts:alerts", "alerts:remove"}
"""What everybody who is signed in may send, since it concerns their own account only."""
OUTSIDERS = ("stranger", "nobody", "reader", "other editor")
"""Who may change nothing of the partnership's."""


def stored() -> dict[str, object]:
    """Give all rows of the library's own tables, but for the log of who read what."""
    models = [one for one in apps.get_models() if one.__module__.startswith("learnt.web.")]
    return {
        model.__name__: list(model._base_manager.order_by("pk").values())
        for model in models
        if model is not HeldRead
    }


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_sends_what_they_may_not_see(people: dict[str, User | None], who: str) -> None:
    client = Client()
    if user := people[who]:
        client.force_login(user)
    before, wrong = stored(), []
    for name, (address, wanted) in TABLE.items():
        if name in OWN:
            continue
        status = client.post(address).status_code
        seen = wanted[who]
        if (
            seen == 405
        ):  # a button's address: who may not press it is told so, or that it is not there
            right = status in (403, 404, 405)
        elif seen == 200:
            right = status in (200, 405, 422)
        else:
            right = status in (seen, 405)
        if not right:
            wrong.append(f"{name}: {status}, and {seen} to look at")
    assert not wrong
    assert stored() == before


def test_every_button_of_the_desk_is_pressed_by_no_outsider(
    people: dict[str, User | None],
) -> None:
    """A button's address answers 405 to looking, so that the table does not tell who may press it."""
    buttons = {
        name: address
        for name, (address, wanted) in TABLE.items()
        if wanted["administrator"] == 405 and name not in OWN
    }
    assert len(buttons) > 15
    for who in OUTSIDERS:
        client = Client()
        if user := people[who]:
            client.force_login(user)
        for name, address in buttons.items():
            wanted = (302,) if who == "stranger" else (403, 404)
            assert client.post(address).status_code in wanted, f"{name} as {who}"


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_other_methods_do_nothing(people: dict[str, User | None], method: str) -> None:
    client = Client()
    assert people["administrator"]
    client.force_login(people["administrator"])
    before = Recommendation.objects.count()
    for name, (address, _) in TABLE.items():
        assert getattr(client, method)(address).status_code in (302, 404, 405), name
    assert Recommendation.objects.count() == before


def test_nothing_is_changed_without_a_token(people: dict[str, User | None]) -> None:
    client = Client(enforce_csrf_checks=True)
    assert people["administrator"]
    client.force_login(people["administrator"])
    for address in ("/problem/", "/account/password/", "/account/people/", "/account/sign-out/"):
        assert client.post(address).status_code == 403, address


def test_every_page_can_be_left_and_tells_how_to_hide_the_visit(
    people: dict[str, User | None],
) -> None:
    client = Client()
    pages = [a for n, (a, w) in TABLE.items() if w["stranger"] in (200, 404) and a.endswith("/")]
    shown = [p for p in map(client.get, pages) if p["Content-Type"].startswith("text/html")]
    assert len(shown) > 15
    for answer in shown:
        body = answer.content.decode()
        assert "govuk-js-exit-this-page-button" in body, answer.request["PATH_INFO"]
        assert "/about/safe-browsing/" in body, answer.request["PATH_INFO"]


def test_every_page_bears_the_headers_that_protect() -> None:
    answer = Client().get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
