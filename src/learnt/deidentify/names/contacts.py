"""Ways to reach or identify a person: e-mails, telephones, postcodes, addresses, numbers."""

import re
from collections.abc import Iterator

from learnt.deidentify.names.record import Kind, Name

_STREET = (
    r"(?:Road|Rd|Street|St|Avenue|Ave|Lane|Close|Drive|Crescent|Terrace|Way|Gardens|Grove|Court|Place|Square|Mews"
    r"|Walk|Rise|Hill|Row|Parade|Green|View|Park|Gate|Heights|Buildings|Mansions|Villas|Lodge|House|Tower|Estate)"
)
_CAP = r"[A-Z][a-z]+(?:['’]s?)?"
PATTERNS: tuple[tuple[Kind, str, re.Pattern[str]], ...] = (
    ("contact", "e-mail", re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "contact",
        "telephone",
        re.compile(r"(?<![\d/.-])(?:\+44\s?(?:\(0\)\s?)?|\(?0)\d(?:[\s()-]{0,2}\d){8,9}(?![\d/-])"),
    ),
    (
        "contact",
        "NHS number",
        re.compile(
            r"(?<=NHS)\s+(?:[Nn]o\.?|[Nn]umber)?\s*(?:is|was|of)?\s*:?\s*\d{3}[\s-]?\d{3}[\s-]?\d{4}\b"
        ),
    ),
    ("contact", "NHS number", re.compile(r"(?<![\d-])\d{3}[ -]\d{3}[ -]\d{4}(?![\d-])")),
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
        "contact",
        "collar number",
        re.compile(r"\b(?:PC|WPC|DC|DS|PS|PCSO|Sgt|DI|Constable)\s?(\d{3,6}[A-Z]?)\b(?!\s*\w+s\b)"),
    ),
    ("contact", "vehicle", re.compile(r"\b[A-Z]{2}\d{2}\s[A-Z]{3}\b")),
    (
        "place",
        "address",
        re.compile(
            rf"\b(?:(?:Flat|Apartment|Room|Unit)\s\d+[A-Za-z]?,?\s)?(?:\d{{1,4}}[A-Za-z]?(?:-\d+)?,?\s)(?:{_CAP}\s){{1,3}}{_STREET}\b"
            r"(?:,\s[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?)?(?!['’]s)"
        ),
    ),
    ("place", "address", re.compile(r"\b(?:Flat|Apartment)\s\d{1,4}[A-Za-z]?\b")),
    (
        "place",
        "street",
        re.compile(
            rf"(?<=\s)(?:{_CAP}\s){{1,2}}(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Mews)\b"
        ),
    ),
    (
        "place",
        "postcode",
        re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)\s?\d[ABD-HJLNP-UW-Z]{2}\b"),
    ),
)
_ANY = re.compile(r"[@\d]|(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Mews)\b")
_PUBLIC_NUMBER = re.compile(r"\s*\(?0\s?(?:8|300|330|345|333)")


def find_contacts(text: str) -> Iterator[Name]:
    """Give e-mails, telephones, addresses, postcodes and numbers that identify a person."""
    if not _ANY.search(text):
        return
    for kind, rule, pattern in PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1) if pattern.groups else match.span()
            start += len(text[start:end]) - len(text[start:end].lstrip(" :"))
            public = rule == "telephone" and _PUBLIC_NUMBER.match(text, start)
            yield Name(start, end, text[start:end], "public" if public else kind, rule)
