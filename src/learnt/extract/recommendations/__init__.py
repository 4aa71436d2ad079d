"""The forms in which reports set out recommendations, one file each, and the order of trust.

A form sees the blocks that no form before it has taken. `find_claims` runs them all.
"""

from collections.abc import Callable

from learnt.extract.claims import Findings
from learnt.extract.outline import Outline
from learnt.extract.recommendations.bulleted import find_bulleted
from learnt.extract.recommendations.headed import find_labelled
from learnt.extract.recommendations.library_lines import find_library_lines
from learnt.extract.recommendations.numbered import find_numbered
from learnt.extract.recommendations.prose import find_prose
from learnt.extract.recommendations.tabled import find_tabled
from learnt.extract.recommendations.upright import find_upright

FORMS: dict[str, Callable[[Outline, Findings], None]] = {
    "upright-table": find_upright,
    "table": find_tabled,
    "library-line": find_library_lines,
    "headed": find_labelled,
    "numbered": find_numbered,
    "bulleted": find_bulleted,
    "prose": find_prose,
}
"""Each form by the name that its evidence carries, the most telling first."""


def find_claims(outline: Outline) -> Findings:
    """Find every place in a document where a recommendation stands, and what is doubtful."""
    findings = Findings()
    for find in FORMS.values():
        find(outline, findings)
    return findings
