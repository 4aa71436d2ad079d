"""Sentences in the manner of reports: what is in brackets is found, and nothing else is."""

from pathlib import Path

import pytest

from learnt.deidentify.names import find_names

LINES = [
    line
    for line in (Path(__file__).parent / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def unmark(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Give the sentence without its brackets, and where they stood."""
    text, spans, start = "", [], 0
    for letter in line:
        if letter == "[":
            start = len(text)
        elif letter == "]":
            spans.append((start, len(text)))
        else:
            text += letter
    return text, spans


@pytest.mark.parametrize("line", LINES)
def test_only_what_is_marked_is_found(line: str) -> None:
    text, spans = unmark(line)
    found = [(n.start, n.end) for n in find_names(text) if n.kind != "public"]
    assert [text[a:b] for a, b in found] == [text[a:b] for a, b in spans]
    assert found == spans
