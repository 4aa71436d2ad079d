"""The step `extract`: from the documents of one review to the review."""

from learnt.extract.review import extract_review

__all__ = ["extract_review"]
