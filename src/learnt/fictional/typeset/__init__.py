"""Sets manuscripts: one module a format, all behind `typeset(manuscript, format, path, seed=)`."""

from learnt.fictional.typeset.errors import CannotTypeset
from learnt.fictional.typeset.registry import FORMATS, typeset

__all__ = ["FORMATS", "CannotTypeset", "typeset"]
