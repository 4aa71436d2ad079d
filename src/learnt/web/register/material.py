"""What a report or a count is made from: the register as far as a person may see it, and the catalogue.

Reviews and recommendations come from the published catalogue, and of deaths that have no review there
from what was taken in with the register; a review's date is that of its own publication, never of its
coming into this library. The register is not public: what is made of it for
the public goes through disclosure control first.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from typing import Any, cast

from django.conf import settings
from django.utils import timezone
from msgspec.structs import replace

from learnt import __version__
from learnt.agencies import load_register
from learnt.records.case import AskEntry, Material, Register, ReviewEntry
from learnt.records.review import Kind, Level
from learnt.theme.codebook import own_codebook
from learnt.web.accounts.models import EVERYWHERE
from learnt.web.catalogue.models import Addressee, Recommendation, Review, ThemeOf
from learnt.web.register.exporting import incident_names, register_of
from learnt.web.register.models import Link
from learnt.web.register.own_reviews import own_reviews
from learnt.web.register.reach import incidents_of

MANY = 5_000
CRITERIA = ("owner", "action", "measure", "time")
SUBJECT = "subject"
Named = tuple[tuple[str, str], ...]


def material_in(scopes: Collection[str]) -> Material:
    """Give the register of partnerships by their ids ("" among them: all of it), and the catalogue.

    Without a partnership there is nothing of the register: what everybody may see.
    """
    return _material(scopes)


def whole_material() -> Material:
    """Give the whole register and the catalogue: for who runs the library, at its command line."""
    return _material({EVERYWHERE})


def _material(scopes: Collection[str]) -> Material:
    register = register_of(scopes) if scopes else Register()
    cases = _cases(scopes) if scopes else {}
    reviews, asks = tuple(_reviews(cases)), tuple(_asks())
    own, more = own_reviews(register, {*cases.values()}, {one.id for one in asks})
    taken = {one.id for one in reviews}
    names = {one.id: f"case {one.id}" if one.id in taken else one.id for one in own}
    return Material(
        register=register,
        reviews=(*reviews, *(replace(one, id=names[one.id]) for one in own)),
        asks=(*asks, *(replace(one, review=names.get(one.review, one.review)) for one in more)),
        source=settings.SITE_NAME,
        date=timezone.localdate().isoformat(),
        versions={"learnt": __version__, "codebook": own_codebook().version},
    )


def _reviews(cases: Mapping[str, str]) -> Iterator[ReviewEntry]:
    fields = ("slug", "csp", "partnership", "region", "kind", "year_of_death", "published")
    rows = Review.objects.order_by("slug").values_list(*fields, "fictional")
    for slug, csp, partnership, region, kind, year, published, fictional in rows:
        yield ReviewEntry(
            id=slug,
            csp=csp,
            partnership=partnership,
            region=region,
            kind=cast(Kind | None, kind or None),
            year_of_death=year,
            published=published,
            incident=cases.get(slug, ""),
            fictional=fictional,
        )


def _cases(scopes: Collection[str]) -> dict[str, str]:
    """Give the id of the case of each linked review by its slug, published or not; of several, the first."""
    links = Link.objects.filter(incident__in=incidents_of(scopes).order_by().values("pk"))
    names = incident_names(scopes)
    told = links.order_by("-id").values_list(
        "intake__slug", "incident__partnership", "incident__key"
    )
    return {slug: names[where, key] for slug, where, key in told}


def _asks() -> Iterator[AskEntry]:
    bodies, types = _addressees()
    themes = _themes()
    nothing: tuple[str, ...] = ()
    fields = ("id", "key", "review__slug", "ref", "text", "main_theme", "level", "smart")
    rows = Recommendation.objects.order_by("review__slug", "order")
    told = rows.values_list(*fields, "repeat_group", "checked").iterator(chunk_size=MANY)
    for number, key, slug, ref, text, main, level, smart, repeat, checked in told:
        yield AskEntry(
            id=key,
            review=slug,
            ref=ref,
            text=text,
            themes=themes.get((number, False), nothing),
            main_theme=main,
            subjects=themes.get((number, True), nothing),
            agencies=bodies.get(number, ()),
            agency_types=types.get(number, nothing),
            level=cast(Level | None, level or None),
            smart=_smart(smart),
            repeat=repeat,
            checked=checked == "person",
        )


def _smart(told: dict[str, Any]) -> dict[str, bool] | None:
    """Give which criteria are met; None where that was not looked at."""
    return {name: bool(told[name]["met"]) for name in CRITERIA if name in told} or None


def _themes() -> dict[tuple[int, bool], tuple[str, ...]]:
    """Give the themes of a recommendation (False) and its subjects (True), as they were given."""
    found: dict[tuple[int, bool], tuple[str, ...]] = defaultdict(tuple)
    rows = ThemeOf.objects.order_by("id").values_list("recommendation_id", "axis", "theme")
    for number, axis, theme in rows.iterator(chunk_size=MANY):
        found[number, axis == SUBJECT] += (theme,)
    return found


def _addressees() -> tuple[dict[int, Named], dict[int, tuple[str, ...]]]:
    """Give the bodies that a recommendation asks (id and name), and their types, each once."""
    bodies: dict[int, Named] = defaultdict(tuple)
    types: dict[int, tuple[str, ...]] = defaultdict(tuple)
    known = load_register().bodies
    fields = ("recommendation_id", "agency", "agency_name", "printed", "type")
    rows = Addressee.objects.order_by("recommendation_id", "order").values_list(*fields)
    for number, agency, name, printed, kind in rows.iterator(chunk_size=MANY):
        body = known.get(agency)
        pair = (agency, body.name if body else name or printed)
        if pair not in bodies[number]:
            bodies[number] += (pair,)
        if kind and kind not in types[number]:
            types[number] += (kind,)
    return bodies, types
