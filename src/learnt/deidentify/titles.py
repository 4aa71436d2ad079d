"""Titles, file names and addresses of pages that name nobody."""

import re
from collections.abc import Collection

from learnt.deidentify.rules import rules
from learnt.records.review import Metadata, SourceDocument
from learnt.words import capital, fold


def kind_in_words(kind: str | None) -> str:
    """Give what a review is called in a sentence."""
    return rules().kinds.get(kind or "other", rules().kinds["other"])


def public_title(review: Metadata, csp: str | None) -> str:
    """Give the title that the public sees: "<CSP> review, death in 2019"."""
    titles, year = rules().titles, review.year_of_death
    kind = kind_in_words(review.kind)
    form = {
        (True, True): titles.whole,
        (True, False): titles.without_year,
        (False, True): titles.without_csp,
        (False, False): titles.bare,
    }[bool(csp), year is not None]
    return form.format(csp=csp, year=year, Kind=capital(kind))


def public_names(documents: tuple[SourceDocument, ...]) -> dict[str, str]:
    """Give each document's name for the public, by its own: its part and form, with a number if needed."""
    taken: dict[str, int] = {}
    names: dict[str, str] = {}
    for document in documents:
        part = document.role if re.fullmatch(r"[a-z-]+", document.role) else rules().titles.file
        suffix = re.search(
            r"\.(?:pdf|docx?|odt|rtf|html?|md|txt|csv|xlsx?)$", document.name.lower()
        )
        ending = suffix.group() if suffix else ""
        number = taken[part + ending] = taken.get(part + ending, 0) + 1
        names[document.name] = f"{part}{f'-{number}' if number > 1 else ''}{ending}"
    return names


def public_address(url: str | None, safe: Collection[str] = ()) -> str | None:
    """Give the address of a page if no word of it can be a name, else None.

    `safe` holds further folded words that may stand in it, such as the partnership's name.
    """
    if not url or not re.match(r"https?://", url):
        return None
    host, _, path = url.partition("://")[2].partition("/")
    if "@" in host or "%" in path:
        return None
    return url if is_plain_path(path, safe) else None


def is_plain_path(path: str, safe: Collection[str] = ()) -> bool:
    """Whether each word of a path or file name is of the kind that all such hold."""
    told = re.sub(r"\b[0-9a-f]{16,}\b", "", fold(path))
    words = re.findall(r"[^\W\d_]+", told)
    return all(len(word) < 2 or word in rules().address.words or word in safe for word in words)
