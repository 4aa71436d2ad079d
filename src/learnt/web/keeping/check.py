"""Does everything in the library fit together: files, seals, states, index."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from learnt.errors import BrokenSeal
from learnt.files import hash_of
from learnt.web.catalogue.models import Review
from learnt.web.curation.models import Intake, SourceFile


def faults() -> Iterator[str]:
    """Give what does not fit, a line each, with what to do; nothing where all is well."""
    yield from _files()
    yield from _seals()
    yield from _states()


def _files() -> Iterator[str]:
    root = Path(settings.MEDIA_ROOT)
    known = set()
    for file in SourceFile.objects.select_related("intake"):
        path = root / file.path
        known.add(path)
        if not path.exists():
            yield f"{file.intake.slug}: its report {file.sha256[:12]} is missing: add it again"
        elif hash_of(path) != file.sha256:
            yield f"{file.intake.slug}: its report {file.sha256[:12]} was changed: restore a backup"
    for path in sorted(root.rglob("*")) if root.exists() else ():
        if path.is_file() and path not in known:
            yield f"reports/{path.relative_to(root)}: no review names it: an add was cut short; add again"


def _seals() -> Iterator[str]:
    for review in Review.objects.iterator():
        try:
            public = review.public()
        except (BrokenSeal, ValueError):
            yield f"{review.slug}: its public record was changed past the gate: publish it again"
            continue
        rows = list(review.recommendations.values_list("key", "text"))
        if rows != [(item.id, item.text) for item in public.recommendations]:
            yield f"{review.slug}: its pages differ from its record: publish it again"


def _states() -> Iterator[str]:
    shelved = set(Review.objects.values_list("slug", flat=True))
    for slug, state, restricted in Intake.objects.values_list("slug", "state", "restricted"):
        if slug in shelved and (state != "published" or restricted):
            yield f"{slug}: public although {state}{' and restricted' if restricted else ''}: withdraw it"
        if state == "published" and slug not in shelved:
            yield f"{slug}: published, and not in the catalogue: publish it again"
    for slug in sorted(shelved - set(Intake.objects.values_list("slug", flat=True))):
        yield f"{slug}: public, and no review of the library: rebuild the catalogue"
