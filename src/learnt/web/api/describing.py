"""The page for people who write programs, and the description for the programs themselves."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from learnt.web.api.limit import WINDOW
from learnt.web.api.making import page_address, whole
from learnt.web.api.manners import mannerly
from learnt.web.api.operations import api
from learnt.web.catalogue.models import Addressee, Recommendation, RepeatGroup, Review

PREFIX = "/api/v1"
EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "recommendations": (
        ("What asks for training of the police", "?q=training&type=police"),
        ("What one agency was asked, the newest first", "?agency={agency}&sort=date"),
        ("The second page of all, fifty a page", "?per_page=50&page=2"),
    ),
    "recommendation": (("One recommendation", "/{recommendation}"),),
    "reviews": (("The domestic homicide reviews", "?kind=dhr"),),
    "review": (("One review", "/{review}"),),
    "agencies": (("The police forces", "?type=police"),),
    "themes": (("All themes", ""),),
    "partnerships": (("All partnerships", ""),),
    "repeats": (("What was said most often", "?per_page=5"),),
    "repeat": (("One thing that was said again", "/{repeat}"),),
}
"""By the id of an operation: what the example asks, and what follows the operation's address."""


@dataclass(frozen=True, slots=True)
class Example:
    """An address to try; without one where the library holds nothing that it could show."""

    says: str
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """What can be asked of an operation."""

    name: str
    says: SafeString
    many: bool
    required: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as the page shows it."""

    id: str
    path: str
    summary: str
    says: str
    parameters: list[Parameter]
    examples: list[Example]


def schema() -> dict[str, Any]:
    """Give the OpenAPI document."""
    told: dict[str, Any] = api.get_openapi_schema(path_prefix=f"{PREFIX}/")
    told["servers"] = [{"url": settings.SITE_ADDRESS.rstrip("/"), "description": "This library"}]
    return told


@require_safe
@mannerly
def openapi(request: HttpRequest) -> HttpResponse:
    """Give the OpenAPI 3.1 document."""
    return JsonResponse(schema())


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Show what programs can ask, with examples to try."""
    told = {
        "operations": operations(schema(), known()),
        "root": whole(PREFIX),
        "description": page_address("api:openapi"),
        "rate": settings.API_RATE,
        "window": WINDOW,
    }
    return render(request, "api/docs.html", told)


def known() -> dict[str, str]:
    """Give ids that the library holds, for the examples; empty where it holds none."""
    repeated = RepeatGroup.objects.filter(size__gt=1).order_by("-reviews", "key").first()
    body = Addressee.objects.exclude(agency="").order_by("agency").first()
    review = Review.objects.order_by("-added_at", "slug").first()
    item = Recommendation.objects.filter(review=review).first() if review else None
    return {
        "review": review.slug if review else "",
        "recommendation": item.key if item else "",
        "agency": body.agency if body else "",
        "repeat": repeated.key if repeated else "",
    }


def operations(told: dict[str, Any], ids: dict[str, str]) -> list[Operation]:
    """Give the operations of an OpenAPI document, with examples of `ids`."""
    return [
        Operation(
            asked["operationId"],
            path.removeprefix(PREFIX),
            asked["summary"],
            asked["description"],
            [_parameter(one) for one in asked.get("parameters", [])],
            [
                _example(path.partition("/{")[0], says, rest, ids)
                for says, rest in EXAMPLES[asked["operationId"]]
            ],
        )
        for path, methods in told["paths"].items()
        for asked in methods.values()
    ]


def _parameter(one: dict[str, Any]) -> Parameter:
    says = one.get("description") or one["schema"].get("description", "")
    many = one["schema"].get("type") == "array"
    return Parameter(one["name"], _shown(says or "Its id."), many, bool(one.get("required")))


def _shown(says: str) -> SafeString:
    """Give words with what stands between backticks as code."""
    parts = enumerate(says.split("`"))
    return format_html_join("", "{}", ((_code(part) if at % 2 else part,) for at, part in parts))


def _code(text: str) -> SafeString:
    return format_html("<code>{}</code>", text)


def _example(path: str, says: str, rest: str, ids: dict[str, str]) -> Example:
    missing = any(f"{{{name}}}" in rest and not value for name, value in ids.items())
    filled = rest
    for name, value in ids.items():
        filled = filled.replace(f"{{{name}}}", quote(value) if value else f"{{{name}}}")
    return Example(says, f"{path}{filled}", "" if missing else f"{path}{filled}")
