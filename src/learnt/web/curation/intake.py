"""Takes reviews into the library: read, extracted, enriched, stored; each whole or not at all.

Reading and extracting happen outside the database. What is stored goes in by one transaction a review;
report files are written under their hash first, so that a kill at any moment leaves at most a file
that no review names, which `check` finds and the next run uses.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from learnt import __version__
from learnt.deidentify.names import learn
from learnt.enrich import enrich
from learnt.export.as_json import encode
from learnt.files import hash_of
from learnt.pipeline import Batch, Progress, Settings, extract_batch, read_batch
from learnt.records import Document, Review
from learnt.theme.codebook import own_codebook
from learnt.web.catalogue.shelving import partnership_of
from learnt.web.curation.models import Intake, SourceFile
from learnt.web.curation.takedown import cut_again, without_taken
from learnt.web.register import proposing

ALL_STEPS = ("agencies", "themes", "smart")
HEAD = 20
"""Blocks at the head of a document in which it may say that it is fictional."""
FICTIONAL = re.compile(r"\W*fictional\W*(?:$|:)", re.IGNORECASE)
"""A line of that word alone, or one that it opens; "fictional names are used" is no such line."""


@dataclass(slots=True)
class Taken:
    """What became of the files: new reviews, reviews read again, files known already, troubles.

    `skipped` tells, a line each, which files of a folder are no documents.
    """

    new: list[Intake] = field(default_factory=list)
    renewed: list[Intake] = field(default_factory=list)
    known: list[str] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)


def take_in(
    paths: Sequence[Path],
    *,
    one_review: bool = False,
    again: bool = False,
    partnership: str = "",
    progress: Progress = lambda *_: None,
    stored: Callable[[Intake], None] = lambda _: None,
) -> Iterator[Taken]:
    """Read `paths` and store the reviews, one at a time; gives the state after each.

    Files whose bytes the library has are passed over unless `again`. `progress` is told how many files
    were read, and then how many reviews were extracted, of how many. `partnership` is that of new
    reviews, else what the report says. `stored` is called with each review in the transaction that
    stores it: what it writes holds if the review does.
    """
    taken = Taken()
    kept = Path(settings.MEDIA_ROOT).parent / "reading"
    batch = read_batch(paths, Settings(one_review=one_review, keep=kept), progress)
    taken.troubles += _told(batch)
    taken.skipped += [f"{one.name}: {one.message}" for one in batch.troubles if one.skipped]
    whereabouts = {hash_of(path): path for path in _files(paths)}
    for done, group in enumerate(batch.groups):
        progress("extract", done, len(batch.groups))
        if not again and _all_known(group):
            taken.known += [document.name for document in group]
            continue
        one = Batch(groups=[group])
        extract_batch(one)
        taken.troubles += _told(one)
        for review in one.reviews:
            whole = enrich(review, ALL_STEPS)
            store(whole, group, whereabouts, taken, partnership=partnership, stored=stored)
            yield taken
    yield taken


def _told(batch: Batch) -> list[str]:
    return [f"{trouble.name}: {trouble.message}" for trouble in batch.failures]


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (p for p in sorted(path.rglob("*")) if p.is_file()) if path.is_dir() else [path]


def _all_known(group: Sequence[Document]) -> bool:
    hashes = [document.sha256 for document in group]
    return SourceFile.objects.filter(sha256__in=hashes).count() == len(set(hashes))


def store(
    review: Review,
    documents: Sequence[Document],
    whereabouts: dict[str, Path],
    taken: Taken,
    *,
    partnership: str = "",
    stored: Callable[[Intake], None] = lambda _: None,
) -> Intake:
    """Store one review with its files; one that is there already gets the new proposal."""
    kept = {
        d.sha256: keep_file(whereabouts[d.sha256], d.sha256)
        for d in documents
        if d.sha256 in whereabouts
    }
    facts = proposing.look(documents)
    with transaction.atomic():
        known = SourceFile.objects.filter(sha256__in=kept).select_related("intake").first()
        intake = known.intake if known else Intake(key=key_of(review), slug=slug_of(review))
        intake.proposal = encode(review)
        intake.memory = msgspec.json.encode(learn(list(documents))).decode()
        if known:
            cut_again(intake)
        intake.read_at = timezone.now()
        intake.versions = versions(documents)
        if not known:
            intake.partnership = partnership
        intake.partnership = intake.partnership or partnership_of(review.review.csp)
        intake.save()
        proposing.keep(intake, facts, lambda body: without_taken(intake, body))
        for document in documents:
            if document.sha256 in kept:
                SourceFile.objects.get_or_create(
                    sha256=document.sha256,
                    defaults={
                        "intake": intake,
                        "name": document.name,
                        "media_type": document.media_type,
                        "size": (settings.MEDIA_ROOT / kept[document.sha256]).stat().st_size,
                        "path": kept[document.sha256],
                    },
                )
        stored(intake)
    (taken.renewed if known else taken.new).append(intake)
    return intake


def keep_file(path: Path, sha256: str) -> str:
    """Copy a report into the library under its hash; gives its path there. Safe to interrupt."""
    relative = f"{sha256[:2]}/{sha256}"
    target = Path(settings.MEDIA_ROOT) / relative
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        partial = target.with_name(f".{sha256}.{os.getpid()}.part")
        partial.write_bytes(path.read_bytes())
        os.replace(partial, target)
    return relative


def key_of(review: Review) -> str:
    """Give the review's key: of the hash of its first document."""
    return review.documents[0].sha256[:24]


def slug_of(review: Review) -> str:
    """Give the last part of the public address: partnership, year and a mark, never a name."""
    year = review.review.year_of_death
    place = partnership_of(review.review.csp) or "review"
    parts = [place, str(year) if year else "", key_of(review)[:6]]
    return slugify("-".join(part for part in parts if part))


def versions(documents: Sequence[Document]) -> dict[str, object]:
    """Give the versions of software and codebook that read a review, and whether it is fictional."""
    return {
        "learnt": __version__,
        "codebook": own_codebook().version,
        "fictional": any(map(_says_fictional, documents)),
    }


def _says_fictional(document: Document) -> bool:
    """Whether a document says in its properties or at its head that it is invented.

    Text files have no properties, and browsers that print PDF keep none of the page's.
    """
    properties = f"{document.title} {' '.join(document.properties.values())}".casefold()
    head = (block.text for block in document.blocks[:HEAD])
    return "fictional" in properties or any(FICTIONAL.match(text) for text in head)
