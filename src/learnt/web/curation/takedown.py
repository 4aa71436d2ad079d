"""Takes words out of everything the library keeps, or a whole review; what went is not kept.

The words are cut from the proposal, decisions, names, history, what was read, page pictures, the case
register and the public tables with their index. The record keeps who, when, why and how many places; never the words,
but a keyed hash of them, by which a later reading of the same report cuts them out again. A review
that had something taken down shows no pictures of pages any more. Copies that were made before
cannot be reached, and are listed.
"""

import hmac
import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction

from learnt.files import hash_of
from learnt.web.accounts.models import User
from learnt.web.catalogue import shelving
from learnt.web.curation import publishing
from learnt.web.curation.models import Intake, NameDecision, Takedown
from learnt.web.curation.picture import folder_of
from learnt.web.register import proposing
from learnt.words import fold

GONE = "[removed]"
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def remove_words(intake: Intake, words: str, by: User, reason: str) -> Takedown:
    """Cut `words` out of a review everywhere, and publish it anew if it was public."""
    places: dict[str, int] = {}
    with transaction.atomic():
        was_public = intake.state == "published"
        for one in _with_merged(intake):
            _cut_from(one, words, places)
        for decision in intake.decisions.all():
            body, number = _cut_json(json.dumps(decision.value), words)
            places["decisions"] = places.get("decisions", 0) + number
            decision.value = json.loads(body)
            decision.save()
        places["files"] = _forget_files(intake)
        mark, length = mark_of(words)
        done = Takedown.objects.create(
            intake=intake, by=by, reason=reason, places=places, mark=mark, length=length
        )
        shelving.take_off(intake.slug, gone=False)
        if was_public:
            publishing.publish(intake, by)
    return done


def _with_merged(intake: Intake) -> Iterator[Intake]:
    """Give a review and those that were merged into it, which nobody sees and which may come back."""
    yield intake
    for other in Intake.every.filter(merged_into=intake):
        yield from _with_merged(other)


def _cut_from(intake: Intake, words: str, places: dict[str, int]) -> None:
    """Cut words out of a proposal and what belongs to it; adds the number of places to `places`."""

    def cut_body(body: str) -> tuple[str, int]:
        return _cut_json(body, words)

    found = Counter(places)
    intake.proposal, number = cut_body(intake.proposal)
    found["proposal"] += number
    intake.memory, number = cut_body(intake.memory)
    found["memory"] += number
    intake.save()
    for merging in intake.mergings.all():
        merging.memory, number = cut_body(merging.memory)
        found["memory"] += number
        merging.save()
    found["register"] += proposing.cut_words(intake, cut_body)
    intake.names.filter(words__icontains=words).delete()
    told = NameDecision.history.filter(intake_id=intake.pk, words__icontains=words)
    found["names"] += told.delete()[0]
    intake.history.all().delete()
    places.update(found)


def remove_review(intake: Intake, by: User, reason: str) -> Takedown:
    """Remove a whole review with its reports; its address and the feeds say that it is gone."""
    with transaction.atomic():
        shelving.take_off(intake.slug, gone=True)
        number = _forget_files(intake)
        for file in intake.files.all():
            (Path(settings.MEDIA_ROOT) / file.path).unlink(missing_ok=True)
            number += _forget_handed_in(file.sha256)
        keys = [one.pk for one in _with_merged(intake)]
        intake.delete()
        Intake.history.filter(id__in=keys).delete()
        NameDecision.history.filter(intake_id__in=keys).delete()
        return Takedown.objects.create(by=by, reason=reason, places={"review": 1, "files": number})


def cut(text: str, words: str) -> tuple[str, int]:
    """Give `text` with `words` cut out, whatever their case, and how often they stood there."""
    if not words.strip():
        return text, 0
    spaced = r"\s+".join(re.escape(part) for part in words.split())
    return re.subn(rf"(?<!\w){spaced}(?!\w)", GONE, text, flags=re.IGNORECASE)


def _cut_json(body: str, words: str) -> tuple[str, int]:
    """Cut words out of every text of a JSON value; keys that hold them go with what they hold."""
    if not body:
        return body, 0
    number = 0

    def walk(value: Any) -> Any:
        nonlocal number
        if isinstance(value, str):
            changed, times = cut(value, words)
            number += times
            return changed
        if isinstance(value, list):
            return [walk(one) for one in value]
        if isinstance(value, dict):
            kept = {key: one for key, one in value.items() if not cut(key, words)[1]}
            number += len(value) - len(kept)
            return {key: walk(one) for key, one in kept.items()}
        return value

    return json.dumps(walk(json.loads(body)), ensure_ascii=False), number


def mark_of(words: str) -> tuple[str, int]:
    """Give the keyed hash of the folded words, and how many they are."""
    parts = _WORD.findall(fold(words))
    body = " ".join(parts).encode()
    return hmac.new(settings.SECRET_KEY.encode(), body, "sha256").hexdigest(), len(parts)


def cut_again(intake: Intake) -> None:
    """Cut what was taken down out of a proposal that was read anew; the caller saves."""
    intake.proposal = without_taken(intake, intake.proposal)
    intake.memory = without_taken(intake, intake.memory)


def without_taken(intake: Intake, body: str) -> str:
    """Give a JSON text without what was taken down of a review."""
    for done in intake.takedowns.exclude(mark=""):
        for words in sorted(_standing(body, done), key=len, reverse=True):
            body, _ = _cut_json(body, words)
    return body


def _standing(text: str, done: Takedown) -> set[str]:
    """Give the runs of words in `text` whose hash is that of what was taken down."""
    spans = [found.span() for found in _WORD.finditer(text)]
    found: set[str] = set()
    for first, last in zip(spans, spans[done.length - 1 :], strict=False):
        run = text[first[0] : last[1]]
        if len(run) < 400 and mark_of(run) == (done.mark, done.length):
            found.add(run)
    return found


def _forget_files(intake: Intake) -> int:
    """Remove what was made of the reports: pictures of pages and kept readings."""
    home = Path(settings.MEDIA_ROOT).parent
    number = 0
    for file in intake.files.all():
        if folder_of(file).exists():
            shutil.rmtree(folder_of(file))
            number += 1
        for kept in (home / "reading").glob(f"{file.sha256}-*"):
            kept.unlink()
            number += 1
    return number


def _forget_handed_in(sha256: str) -> int:
    """Remove copies of a report that were handed in and are not read to the end."""
    handed_in = (Path(settings.MEDIA_ROOT).parent / "uploads").rglob("*")
    found = [path for path in handed_in if path.is_file() and hash_of(path) == sha256]
    for path in found:
        path.unlink()
    return len(found)
