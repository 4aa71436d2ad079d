"""`{% cases_of intake %}`: the cases that a review is linked to, on its page on the desk."""

from typing import Any

from django import template

from learnt.web.accounts.models import User
from learnt.web.curation.models import Intake
from learnt.web.register.deciding import waiting_of
from learnt.web.register.reach import visible

register = template.Library()


@register.inclusion_tag("register/parts/of_review.html", takes_context=True)
def cases_of(context: template.Context, intake: Intake) -> dict[str, Any]:
    """Give the cases of a review that the person may see, and how much waits to be looked at."""
    person = context["request"].user
    if not isinstance(person, User):
        return {}
    return {
        "intake": intake,
        "cases": visible(person).filter(reviews=intake),
        "waiting": waiting_of(intake),
    }
