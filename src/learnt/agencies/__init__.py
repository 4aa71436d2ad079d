"""Bodies by their printed names: is this a body, which bodies does a text name, where is a list cut.

Nothing here decides who a body *is*; names stay as printed.
"""

from learnt.agencies.cutting import split_bodies
from learnt.agencies.finding import find_bodies
from learnt.agencies.shape import is_body

__all__ = ["find_bodies", "is_body", "split_bodies"]
