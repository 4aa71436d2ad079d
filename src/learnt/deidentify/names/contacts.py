"""Ways to reach or identify a person: e-mails, telephones, postcodes, addresses, numbers."""

import re
from collections.abc import Iterator

from learnt.deidentify.names.record import Kind, Name
from learnt.deidentify.names.tokens import classify
from learnt.deidentify.names.vocabulary import either, forms, names

_CAP = r"[A-Z][a-z]+(?:['’]s?)?"
_NAME = rf"(?:{_CAP}[\s-]){{1,3}}"


def _pattern(kind: str) -> str:
    return either(word.capitalize() for word in getattr(forms(), kind))


_STREET, _HOUSE = _pattern("streets"), _pattern("houses")
_TAIL = rf"(?:,\s{_CAP}(?:[\s-](?:on|upon|le|{_CAP}))*(?=\s*[,.;)]|\s+[A-Z]{{1,2}}\d|\s+[a-z]|$)){{0,3}}"
_NUMBER = r"(?:[Nn](?:o|umber)\.?\s)?\d{1,4}[A-Za-z]?(?:\s?[-–/]\s?\d{1,4})?,?\s"
_FLAT = rf"(?:{_pattern('units')})\s(?:[Nn]o\.?\s)?(?:\d{{1,4}}[A-Za-z]?|[A-Z]\b)"
_COURTS = r"(?!(?:\w+\s){0,3}(?:Magistrates|Crown|County|High|Family|Supreme)['’]?\sCourt)"
_ROAD = (
    rf"{_COURTS}(?:(?:{_NAME})(?:{_STREET}|{_HOUSE})\b"
    rf"|The\s(?:{_STREET}\b|{_CAP}(?=[,.;)])))"
)
_ADDRESS = (
    rf"(?<![\w.])(?:{_FLAT}(?:,?\s(?:{_NUMBER})?{_ROAD})?(?:,\s(?:{_NUMBER})?{_ROAD})?|{_NUMBER}{_ROAD}"
    rf"|(?:The\s)?{_NAME}(?:{_HOUSE}),\s{_NAME}(?:{_STREET})\b){_TAIL}(?!['’]s)(?!\s(?:{_pattern('not_homes')}))"
)
_HOME_STREET = (
    rf"(?<=\s)(?<![Tt]he\s){_NAME}(?:{_pattern('clear_streets')})\b"
    rf"(?!\s[A-Z]|['’]|\s(?:{either(forms().not_homes)}))"
)
_NAMED_HOUSE = (
    rf"(?:\b(?:at|of|is|was|to|in|from|near|address)[:,]?\s)"
    rf"((?:The\s)?{_CAP}(?:\s{_CAP})?,\s(?:{_NUMBER})?{_NAME}(?:{_STREET})\b{_TAIL})"
)
PATTERNS: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    ("contact", "e-mail", re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "contact",
        "telephone",
        re.compile(r"(?<![\d/.-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\d/-])"),
    ),
    ("contact", "NHS number", re.compile(r"(?<![\w.-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w-])")),
    (
        "contact",
        "National Insurance number",
        re.compile(r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b"),
    ),
    (
        "contact",
        "collar number",
        re.compile(
            r"(?i:\b(?:collar|shoulder|warrant|badge|payroll|PIN|registration|custody"
            r"|crime(?: reference)?|case|reference|URN|CAD|incident|log|hospital|prison(?:er)?|passport|tenancy)"
            r"\s*(?:no\.?|number|ref\.?|reference)\s*(?:is|was|:)?\s*)"
            r"([A-Z]{0,4}[/-]?\d[\w/-]{2,})"
        ),
    ),
    (
        "code",
        "rank and number",
        re.compile(
            r"\b(?:PC|WPC|DC|DS|PS|PCSO|Sgt|DI|Constable)\s?\d{3,6}[A-Z]?\b(?!\s*[a-z]+s\b)"
        ),
    ),
    ("contact", "vehicle", re.compile(r"\b[A-Z]{2}\d{2}\s[A-Z]{3}\b")),
    ("place", "address", re.compile(_ADDRESS)),
    ("place", "street", re.compile(_HOME_STREET)),
    ("place", "address", re.compile(_NAMED_HOUSE)),
    (
        "place",
        "postcode",
        re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s?\d[ABD-HJLNP-UW-Z]{2}\b"),
    ),
)
_ANY = re.compile(r"[@\d]|(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Mews)\b")
_DWELLING = re.compile(rf"\b(?:{either(forms().dwelling + names().kin)})\b", re.IGNORECASE)
_SENTENCE = 200
"""Characters before a street within which its sentence is looked at."""
_PUBLIC_NUMBER = re.compile(r"\s*\(?0\s?(?:8|300|330|345|333)")


def find_contacts(text: str) -> Iterator[Name]:
    """Give e-mails, telephones, addresses, postcodes and numbers that identify a person."""
    if not _ANY.search(text):
        return
    for kind, rule, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1) if pattern.groups else match.span()
            start += len(text[start:end]) - len(text[start:end].lstrip(" :"))
            public = (
                _PUBLIC_NUMBER.match(text, start)
                if rule == "telephone"
                else rule == "street" and not _dwelt_in(text, start)
            )
            yield Name(start, end, text[start:end], "public" if public else kind, rule)


def _dwelt_in(text: str, start: int) -> bool:
    """Whether somebody is told of in the sentence before a street that has no number."""
    sentence = re.split(r"[.;!?]\s|\n\n", text[:start][-_SENTENCE:])[-1]
    words = re.findall(r"\b[A-Z]\w+", sentence)
    return _DWELLING.search(sentence) is not None or "given" in map(classify, words)
