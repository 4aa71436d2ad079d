"""What is proposed from a short text: paragraphs parted by blank lines, `# ` before a heading."""

from learnt.extract import find_case_facts
from learnt.records import CaseFacts, Document, Value
from tests.extract.factories import document, heading, para


def doc(text: str, name: str = "overview.pdf") -> Document:
    """Make a document of a text."""
    parts = [part.strip() for part in text.split("\n\n")]
    return document(
        *(heading(p.removeprefix("# ")) if p.startswith("# ") else para(p) for p in parts),
        name=name,
    )


def found(text: str) -> CaseFacts:
    """Give what is found in a text."""
    return find_case_facts([doc(text)])


def values(text: str) -> dict[tuple[str, int, str], Value]:
    """Give the proposed values by table, person and variable."""
    return {(f.table, f.person, f.variable): f.value for f in found(text).facts}


def incident(text: str) -> dict[str, Value]:
    """Give what is proposed of the incident."""
    return {key[2]: value for key, value in values(text).items() if key[0] == "incidents"}


def victim(text: str) -> dict[str, Value]:
    """Give what is proposed of the first victim."""
    return {k[2]: v for k, v in values(text).items() if k[:2] == ("victims", 1)}


def perpetrator(text: str) -> dict[str, Value]:
    """Give what is proposed of the first perpetrator."""
    return {k[2]: v for k, v in values(text).items() if k[:2] == ("perpetrators", 1)}
