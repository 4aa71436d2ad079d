"""The step `extract`: from the documents of one review to the review, and to proposals for its case."""

from learnt.extract.case_facts import find_case_facts
from learnt.extract.review import extract_review

__all__ = ["extract_review", "find_case_facts"]
