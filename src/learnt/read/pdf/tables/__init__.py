"""Tables on pages of ink: found page by page, then joined over pages.

    found = []
    for page in pages:                      # in order
        found += find_tables(page, before=found)
    for joined in join_tables(found, parted=lambda upper, lower: ...):
        joined.block                        # records.Block of kind "table"

`before` lets a table without rules go on where the page before left it.
"""

from learnt.read.pdf.tables.find import find_tables
from learnt.read.pdf.tables.join import JoinedTable, join_tables
from learnt.read.pdf.tables.shape import FoundCell, FoundRow, FoundTable

__all__ = ["FoundCell", "FoundRow", "FoundTable", "JoinedTable", "find_tables", "join_tables"]
