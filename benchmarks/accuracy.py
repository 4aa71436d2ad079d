"""Runs cases through read and extract, and scores each against its true answer."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Case
from benchmarks.measures import actions, lessons, metadata, recommendations
from benchmarks.tally import Miss, Result
from learnt.errors import LearntError
from learnt.records import Document, Review

MEASURES: tuple[Callable[[Review, Review], Result], ...] = (
    recommendations.measure,
    actions.measure,
    metadata.measure,
    lessons.measure,
)


@dataclass(slots=True)
class Scored:
    """A case with its result and the documents it was read from."""

    case: Case
    result: Result
    documents: list[Document] = field(default_factory=list)


def score_cases(cases: Iterable[Case], sandboxed: bool = False) -> Iterator[Scored]:
    """Read, extract and score each case; one that fails counts as nothing found."""
    for case in cases:
        try:
            documents = [read(path, sandboxed) for path in case.paths]
            found = extract(documents)
        except LearntError as error:
            result = score(case.truth, Review())
            result.misses.append(Miss("failed", case.name, str(error)))
            yield Scored(case, result)
            continue
        yield Scored(case, score(case.truth, found), documents)


def score(truth: Review, found: Review) -> Result:
    """Score one review by all measures."""
    return Result().merge(measure(truth, found) for measure in MEASURES)


def read(path: Path, sandboxed: bool = False) -> Document:
    """Read one file, in this process unless `sandboxed`."""
    from learnt.read import parse_in_process, read_file

    return read_file(path) if sandboxed else parse_in_process(path)


def extract(documents: list[Document]) -> Review:
    """Extract the review of `documents`."""
    from learnt.extract import extract_review

    return extract_review(documents)
