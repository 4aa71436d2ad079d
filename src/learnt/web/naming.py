"""What partnerships are called on pages, by their ids."""

from functools import cache

from learnt.agencies.partnerships import partnerships


@cache
def listed_partnerships() -> dict[str, str]:
    """Give the names of the listed partnerships by id."""
    return {one.id: one.name for one in partnerships().all}


def partnership_name(partnership: str) -> str:
    """Give the name of a partnership; of one that is not listed the words of its id; "" of none."""
    return listed_partnerships().get(partnership) or partnership.replace("-", " ").title()
