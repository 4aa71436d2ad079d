"""Fills a library for the browser: `LEARNT_HOME=... python -m tests.web.browser.seed`.

Prints what the tests need to know as JSON: who may sign in, and where some pages are. Everything in
the library is invented.
"""

import json
import os
from pathlib import Path

import django
import msgspec

os.environ["DJANGO_SETTINGS_MODULE"] = "learnt.web.settings"
django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402

from learnt.cli.library import collect  # noqa: E402
from learnt.enrich import enrich  # noqa: E402
from learnt.export.as_json import encode  # noqa: E402
from learnt.fictional.generate import write_reviews  # noqa: E402
from learnt.web.accounts.invitations import invite  # noqa: E402
from learnt.web.catalogue.models import Problem, RepeatGroup  # noqa: E402
from learnt.web.curation.intake import take_in  # noqa: E402
from learnt.web.curation.models import Intake, Upload  # noqa: E402
from learnt.web.curation.publishing import after_many, as_decided, publish  # noqa: E402
from learnt.web.register.models import Link  # noqa: E402
from tests.web.factories import PASSWORD, intake, person, published, review  # noqa: E402
from tests.web.insight.factories import overview  # noqa: E402
from tests.web.register.factories import case  # noqa: E402

HERE = "fallowmere-community-safety-partnership"
LONG = 30


def long_review() -> str:
    """Publish a review of `LONG` recommendations, each of a usual length; give its slug."""
    stored = intake(40)
    short = review(40)
    first = short.recommendations[0]
    text = (
        "Fallowmere County Council should make sure that, before June 2032, everybody who works "
        "with families knows how to ask about domestic abuse, how to write down what was said, "
        "and whom to tell. Number {0} of the list says how often this is to be looked at again."
    )
    bodies = (*first.addressees, *short.recommendations[2].addressees)
    asks = tuple(
        msgspec.structs.replace(
            first, id=f"rec-40-{n}", ref=str(n), text=text.format(n), addressees=bodies
        )
        for n in range(1, LONG + 1)
    )
    whole = msgspec.structs.replace(short, recommendations=asks)
    stored.proposal = encode(enrich(whole))
    stored.save()
    outcome = publish(stored)
    assert outcome.published, outcome.reasons
    return stored.slug


def from_pdf(folder: Path) -> str:
    """Take in a fictional review as a PDF, so that the desk can show its pages; give its slug."""
    write_reviews(1, 3, folder / "read", formats=["pdf"], layouts=None)
    for _ in take_in([folder / "read"]):
        pass
    return Intake.objects.latest("pk").slug


def fill() -> dict[str, object]:
    """Make the store, people, reviews and what editors have waiting; give where to find them."""
    call_command("migrate", verbosity=0, interactive=False)
    collect()
    published(1)
    intake(2)
    intake(5)
    published(3, csp="Harrowdene Community Safety Partnership")
    long = long_review()
    pdf = from_pdf(settings.HOME)
    after_many()
    people = {role: person(role) for role in ("administrator", "editor")}
    people["reader"] = person("reader", HERE)
    Link.objects.create(incident=case(1), intake=Intake.objects.get(slug=pdf))
    overview(words={"conclusions": "The partnership has trained every officer since."})
    Problem.objects.create(page="/reviews/", what="A line of this page is cut off.")
    told = {"state": "done", "total": 1, "read": 1, "done": 1, "found": [pdf]}
    read = Upload.objects.create(by=people["administrator"], folder="", **told)
    token = invite(people["administrator"], "new@example.org", "editor", HERE)
    held = Intake.objects.get(slug=pdf)
    return {
        "password": PASSWORD,
        "people": {role: user.email for role, user in people.items()},
        "long": f"/reviews/{long}/",
        "desk": f"/desk/reviews/{pdf}/",
        "facts": f"/desk/register/reviews/{pdf}/",
        "asks": [item.id for item in as_decided(held).review.recommendations],
        "repeat": f"/repeats/{RepeatGroup.objects.filter(size__gt=1)[0].key}/",
        "uploaded": f"/desk/upload/{read.pk}/",
        "invitation": f"/account/invitation/{token}/",
    }


if __name__ == "__main__":
    print(json.dumps(fill()))
