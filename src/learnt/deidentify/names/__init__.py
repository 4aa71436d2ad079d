"""Finds the people of a case in a text, by rules and by what the document itself tells.

`learn` reads what a review tells of its people; `find_names` marks them in any text of it.
"""

from learnt.deidentify.names.find import find_names
from learnt.deidentify.names.memory import learn, texts_of
from learnt.deidentify.names.record import PUBLIC_ROLE, Kind, Known, Name, NameMemory

__all__ = ["PUBLIC_ROLE", "Kind", "Known", "Name", "NameMemory", "find_names", "learn", "texts_of"]
