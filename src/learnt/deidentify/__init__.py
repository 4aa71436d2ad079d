"""Makes of a review what the public may see: people by their roles, years, bands, no contacts.

The gate (`learnt.deidentify.gate`) is the only maker of public records; what may still hold a name is
`Held` for a person.
"""

from learnt.deidentify.context import PublicContext, make_context
from learnt.deidentify.gate import deidentify, load_public, publish_review, publish_text, verify
from learnt.deidentify.labels import RoleLabels, check_labels, is_role

__all__ = [
    "PublicContext",
    "RoleLabels",
    "check_labels",
    "deidentify",
    "is_role",
    "load_public",
    "make_context",
    "publish_review",
    "publish_text",
    "verify",
]
