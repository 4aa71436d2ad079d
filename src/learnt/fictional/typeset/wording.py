"""What every typesetter says in the same words: lines of headings, page numbers, contents, subject."""

from collections.abc import Iterator

from learnt.fictional.manuscript import Contents, Element, Frame, Heading, Manuscript, Paragraph

FICTIONAL = "Fictional"
"""Stands in the subject of every document's properties, so that no copy is taken for a real case."""

_CONTENTS = {"en": "Contents", "cy": "Cynnwys"}
_PAGE = {"en": ("Page", "of"), "cy": ("Tudalen", "o")}
_OPENING = 12


def heading_line(heading: Heading) -> str:
    """Give the heading as printed: number, blank, text."""
    return f"{heading.number} {heading.text}".strip()


def contents_title(manuscript: Manuscript) -> str:
    """Give the title of the contents page in the manuscript's language."""
    return _CONTENTS.get(manuscript.language[:2], _CONTENTS["en"])


def is_contents_title(text: str) -> bool:
    """Tell whether a heading only announces the contents page (it is not listed in it)."""
    return text.strip().casefold() in {title.casefold() for title in _CONTENTS.values()}


def page_label(manuscript: Manuscript, page: int, pages: int) -> str:
    """Give the printed page number of `page` (counted from 1) of `pages`, or nothing."""
    word, of = _PAGE.get(manuscript.language[:2], _PAGE["en"])
    return {
        "none": "",
        "n": f"{page}",
        "page n": f"{word} {page}",
        "page n of m": f"{word} {page} {of} {pages}",
        "n/m": f"{page}/{pages}",
    }[manuscript.page_numbers]


def page_words(manuscript: Manuscript) -> tuple[str, str]:
    """Give the words before the page and between page and total (`Page `, ` of `)."""
    word, of = _PAGE.get(manuscript.language[:2], _PAGE["en"])
    return {
        "none": ("", ""),
        "n": ("", ""),
        "page n": (f"{word} ", ""),
        "page n of m": (f"{word} ", f" {of} "),
        "n/m": ("", "/"),
    }[manuscript.page_numbers]


def subject(manuscript: Manuscript) -> str:
    """Give the subject property: the manuscript's own, with `Fictional` in it in any case."""
    own = manuscript.properties.get("subject", "").strip()
    if FICTIONAL.casefold() in own.casefold():
        return own
    return f"{FICTIONAL}: {own}" if own else FICTIONAL


def flatten(elements: tuple[Element, ...]) -> Iterator[Element]:
    """Give the elements in order, those inside frames in the frame's place."""
    for element in elements:
        if isinstance(element, Frame):
            yield from flatten(element.elements)
        else:
            yield element


def opens_with_title(manuscript: Manuscript) -> bool:
    """Tell whether the manuscript's opening elements print the title themselves."""
    wanted = manuscript.title.casefold()
    opening = list(flatten(manuscript.elements))[:_OPENING]
    texts = [e.text.casefold() for e in opening if isinstance(e, Heading | Paragraph)]
    return any(wanted in text or (text and text in wanted) for text in texts)


def listed_headings(manuscript: Manuscript, depth: int = 3) -> list[Heading]:
    """Give the headings that the contents page lists, down to `depth`."""
    return [
        element
        for element in flatten(manuscript.elements)
        if isinstance(element, Heading)
        and element.level <= depth
        and not is_contents_title(element.text)
    ]


def needs_contents_title(before: Element | None) -> bool:
    """Tell whether a `Contents` element must bring its own title."""
    return not (isinstance(before, Heading | Paragraph) and is_contents_title(before.text))


def with_previous(elements: tuple[Element, ...]) -> Iterator[tuple[Element | None, Element]]:
    """Give each element with the one before it."""
    previous: Element | None = None
    for element in elements:
        yield previous, element
        previous = element


def has_contents(manuscript: Manuscript) -> bool:
    """Tell whether the manuscript asks for a contents page."""
    return any(isinstance(element, Contents) for element in manuscript.elements)
