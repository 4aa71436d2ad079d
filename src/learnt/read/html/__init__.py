"""Reads web pages (.html, .xhtml, .mht), also those saved from a browser or written by Word."""

import email
import email.policy
import hashlib
import re

from selectolax.lexbor import LexborHTMLParser

from learnt.errors import Unreadable
from learnt.read.drafts import contents_apart, finish
from learnt.read.encoding import declared_encoding, decode_text
from learnt.read.html.look import StyleSheet
from learnt.read.html.tables import read_table
from learnt.read.html.walk import Setting, Walker
from learnt.records import Document
from learnt.words import tidy

MEDIA_TYPE = "text/html"
_KEPT = {
    "author", "description", "keywords", "generator", "dc.title", "dc.creator", "dc.date",
    "dcterms.created", "og:title", "og:url", "article:published_time",
    "govuk:first-published-at", "govuk:public-updated-at",
}  # fmt: skip
_CONDITIONS = re.compile(r"<!\[(?:if|endif)[^\]]*\]>", re.IGNORECASE)
"""Word's own conditional marks, which are no HTML."""


def read_html(data: bytes, name: str) -> Document:
    """Give the web page `data` as a Document; raises `Unreadable` where a web archive holds no page."""
    text = _text(data, name)
    page = LexborHTMLParser(_CONDITIONS.sub("", text))
    walker = Walker(StyleSheet(page), read_table)
    if page.body is not None:
        walker.read(page.body, Setting())
        walker.flush(Setting())
    drafts, contents = contents_apart(walker.drafts)
    heading = page.css_first("title")
    return Document(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=MEDIA_TYPE,
        title=tidy(heading.text()) if heading is not None else "",
        properties=_properties(page),
        blocks=finish(drafts),
        furniture=(*walker.furniture, *contents),
    )


def _text(data: bytes, name: str) -> str:
    head = data[:2000].lower()
    if b"multipart/related" in head and b"mime-version" in head:
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                body = part.get_payload(decode=True)
                if isinstance(body, bytes):
                    charset = part.get_content_charset() or declared_encoding(body)
                    return decode_text(body, charset)
        raise Unreadable(name, "damaged", "the web archive holds no page; save the page as HTML")
    return decode_text(data, declared_encoding(data))


def _properties(page: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.css("meta"):
        key = (meta.attributes.get("name") or meta.attributes.get("property") or "").casefold()
        value = tidy(meta.attributes.get("content") or "")
        if key in _KEPT and value:
            found[key] = value
    link = page.css_first("link[rel=canonical]")
    if link is not None and link.attributes.get("href"):
        found["url"] = link.attributes.get("href") or ""
    language = page.css_first("html")
    if language is not None and language.attributes.get("lang"):
        found["lang"] = language.attributes.get("lang") or ""
    return found
