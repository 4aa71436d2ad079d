"""What a document tells of its people: tables and lists of pseudonyms, "known as", relations, panels."""

import re
from collections.abc import Iterable, Iterator, Sequence

from learnt.deidentify.names.find import find_names
from learnt.deidentify.names.record import Known, NameMemory, key_of, merge
from learnt.deidentify.names.relations import Seen, bare, with_roles
from learnt.deidentify.names.tokens import classify
from learnt.deidentify.names.told import tell
from learnt.records import Block, Document


def learn(source: Document | str | Iterable[Document | str]) -> NameMemory:
    """Give what the documents (or texts) of one review tell of the people in it.

    Roles are "victim", "perpetrator", "victim's mother" and so on; chairs, authors and panel
    members are public professionals.
    """
    sources = [source] if isinstance(source, str | Document) else list(source)
    texts = [text for one in sources for text in texts_of(one)]
    memory = tell(texts)
    seen = [(text, find_names(text, memory)) for text in texts]
    return with_roles(_with_found(memory, seen, texts), seen)


def texts_of(source: Document | str) -> list[str]:
    """Give the texts of a document: each block, and each row of a table with bars between cells."""
    if isinstance(source, str):
        return [line for line in re.split(r"\n\s*\n", source) if line.strip()]
    return [text for block in source.blocks for text in _texts_of_block(block)]


def _texts_of_block(block: Block) -> Iterator[str]:
    if not block.rows:
        yield block.printed
    for row in block.rows:
        yield " | ".join(t for c, t in zip(row.cells, row.texts, strict=True) if t and not c.merged)


def _with_found(memory: NameMemory, seen: Sequence[Seen], texts: Sequence[str]) -> NameMemory:
    """Add the people that the texts themselves show."""
    found: dict[str, Known] = {}
    for _, names in seen:
        for name in names:
            if name.kind in ("name", "code"):
                known = Known(bare(name), name.kind, name.rule)
                key = key_of(known.text)
                found[key] = merge(found[key], known) if key in found else known
    people = {key: known for key, known in found.items() if not _is_thing(known, texts)}
    return memory.plus(NameMemory(people))


def _is_thing(known: Known, texts: Sequence[str]) -> bool:
    """Whether a word that no list knows stands after "the" or "a" as often as not: a thing's name."""
    if known.kind != "name" or " " in known.text or classify(known.text) == "given":
        return False
    word = re.compile(rf"(\b(?:[Tt]he|[Aa]n?)\s)?(?<![\w-]){re.escape(known.text)}(?![\w-])")
    told = (text for text in texts if known.text in text)
    with_article = [bool(m.group(1)) for text in told for m in word.finditer(text)]
    return 2 * sum(with_article) >= max(2, len(with_article))
