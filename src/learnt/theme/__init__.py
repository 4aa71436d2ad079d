"""Themes of a codebook, and whether a recommendation can be acted on as written.

`code_review` codes the recommendations of a review with a `Coder`; `rule_coder.rule_coder` gives the
one that works from the cues in `rules/cues.toml`, for the project's codebook or a user's own.
"""

from learnt.theme.codebook import Codebook, load_codebook, own_codebook
from learnt.theme.coder import Coder, Codings
from learnt.theme.review import code_recommendation, code_review

__all__ = [
    "Codebook",
    "Coder",
    "Codings",
    "code_recommendation",
    "code_review",
    "load_codebook",
    "own_codebook",
]
