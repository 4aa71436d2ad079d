"""Tells English from Welsh by their short words, for a document and for each of its blocks."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from learnt.records import Block, Document
from learnt.rulebook import load

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


class Languages(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The short words of each language, and how many of them a text must hold."""

    source: str
    least_words: int
    """Words below which a text is too short to tell."""
    least_share: float
    """Share of a text's words that are short words of its language."""
    second_share: float
    """Share of a document's words that stand in its second language, from which it is bilingual."""
    words: dict[str, frozenset[str]]


def language_of(text: str) -> str:
    """Give `en`, `cy`, or empty where `text` is too short or in neither."""
    rules = load("languages.toml", Languages)
    words = _WORD.findall(text.casefold())
    if len(words) < rules.least_words:
        return ""
    scores = {
        language: sum(map(short.__contains__, words)) / len(words)
        for language, short in rules.words.items()
    }
    best, other = sorted(scores, key=lambda language: -scores[language])[:2]
    sure = scores[best] >= rules.least_share and scores[best] >= 2 * scores[other]
    return best if sure else ""


def language_of_all(texts: Iterable[str]) -> str:
    """Give the language of a document by its texts: one, both as `en+cy`, or empty."""
    amounts: Counter[str] = Counter()
    for text in texts:
        language = language_of(text)
        if language:
            amounts[language] += len(text)
    if not amounts:
        return ""
    enough = load("languages.toml", Languages).second_share * amounts.total()
    if len(amounts) > 1 and min(amounts.values()) >= enough:
        return "en+cy"
    return amounts.most_common(1)[0][0]


def mark_language(document: Document) -> Document:
    """Give `document` with its language, and each block's where it is told and differs."""
    texts = [_text(block) for block in document.blocks]
    whole = language_of_all(texts) or language_of(" ".join(texts))
    blocks = _marked(document.blocks, texts, whole)
    return msgspec.structs.replace(document, language=whole, blocks=blocks)


def _marked(blocks: Sequence[Block], texts: Sequence[str], whole: str) -> tuple[Block, ...]:
    marked = []
    for block, text in zip(blocks, texts, strict=True):
        language = language_of(text)
        differs = language and language != whole
        marked.append(msgspec.structs.replace(block, language=language) if differs else block)
    return tuple(marked)


def _text(block: Block) -> str:
    cells = (cell.text for row in block.rows for cell in row.cells if not cell.merged)
    return " ".join(cells) if block.rows else block.text
