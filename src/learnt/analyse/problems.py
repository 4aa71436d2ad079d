"""What can go wrong in counting."""

from learnt.errors import LearntError


class BadTally(LearntError):
    """A table does not add up to the cases it was made from: a defect of the program, not of the data."""


class MixedShares(LearntError, TypeError):
    """People were set against mentions, or shares of both stand in one table."""


class BadTable(LearntError):
    """A user's CSV of populations or comparators does not fit; the message names file, row and column."""
