"""What has been said again: recommendations that ask the same thing in more than one review."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from learnt.web.catalogue.models import Recommendation, RepeatGroup
from learnt.web.catalogue.views.paging import page_of
from learnt.web.catalogue.views.reviews import with_parts


@require_safe
def repeats(request: HttpRequest) -> HttpResponse:
    """List the groups, those said most often first."""
    groups = RepeatGroup.objects.filter(size__gt=1).order_by("-reviews", "-size", "key")
    page = page_of(request, groups)
    first: dict[str, Recommendation] = {}
    shown = Recommendation.objects.filter(repeat_group__in=[group.key for group in page])
    for item in with_parts(shown).order_by("review__year_published", "review_id", "order"):
        first.setdefault(item.repeat_group, item)
    rows = [(group, first.get(group.key)) for group in page]
    return render(request, "catalogue/repeats.html", {"page": page, "rows": rows})


@require_safe
def repeat(request: HttpRequest, key: str) -> HttpResponse:
    """Show the members of a group, in the order in which they were published."""
    group = get_object_or_404(RepeatGroup, key=key)
    members = Recommendation.objects.filter(repeat_group=key)
    ordered = with_parts(members).order_by("review__year_published", "review_id", "order")
    return render(request, "catalogue/repeat.html", {"group": group, "members": ordered})
