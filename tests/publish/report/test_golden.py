"""The whole report of an invented area, word for word."""

from tests.publish.report.golden import GOLDEN, words_of_the_report


def test_the_report_reads_as_before() -> None:
    """Where this fails on purpose: `python -m tests.publish.report.golden`, then read what changed."""
    assert words_of_the_report().splitlines() == GOLDEN.read_text("utf-8").splitlines()
