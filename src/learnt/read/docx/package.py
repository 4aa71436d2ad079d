"""Opens a Word file: its parts, their relations and properties, parsed without trust.

Word's "strict" files use other namespaces for the same elements; they are renamed on the way in,
so that the rest knows one vocabulary (ECMA-376, parts 1 and 4).
"""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from learnt.errors import Unreadable
from learnt.read.archive import check_archive

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
)
_PROPERTIES = {
    "title": "title",
    "subject": "subject",
    "creator": "author",
    "keywords": "keywords",
    "description": "description",
    "category": "category",
    "lastModifiedBy": "modified_by",
    "created": "created",
    "modified": "modified",
    "Pages": "pages",
    "Company": "company",
    "Application": "application",
}


@dataclass(frozen=True, slots=True)
class Package:
    """The open file: `main` is the document's part, `parts` finds others by their relation."""

    name: str
    archive: zipfile.ZipFile
    main_path: str
    main: etree._Element
    relations: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Id of a relation of the main part → (its kind, the target's path)."""

    def part(self, path: str) -> etree._Element | None:
        """The root of the part at `path`, or None where it is absent or damaged."""
        return _parse(self.archive, path)

    def related(self, kind: str) -> list[etree._Element]:
        """The roots of the main part's relations of `kind` (`numbering`, `styles`)."""
        paths = [path for found, path in self.relations.values() if found == kind]
        return [root for path in paths if (root := self.part(path)) is not None]

    def properties(self) -> dict[str, str]:
        """The document's properties that are filled in, by name in lower case."""
        found: dict[str, str] = {}
        for path in ("docProps/core.xml", "docProps/app.xml"):
            root = self.part(path)
            for element in root if root is not None else ():
                key = (
                    _PROPERTIES.get(etree.QName(element).localname)
                    if _is_element(element)
                    else None
                )
                if key and (element.text or "").strip():
                    found[key] = str(element.text).strip()
        return found


def open_package(data: bytes, name: str) -> Package:
    """Open the Word file `data`; raises `Unreadable` (damaged, too-large, unsupported)."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise Unreadable(name, "damaged", "the Word file is damaged; save it anew") from error
    check_archive(archive, name)
    path = next(
        (path for kind, path in _relations(archive, "").values() if kind == "officeDocument"), ""
    )
    path = path or "word/document.xml"
    main = _parse(archive, path)
    if main is None or main.find(f"{W}body") is None:
        raise Unreadable(name, "damaged", "the Word file holds no readable text; save it anew")
    return Package(name, archive, path, main, _relations(archive, path))


def attribute(element: etree._Element | None, key: str = "val") -> str:
    """The value of Word's attribute `key` of `element`, or empty."""
    return str(element.get(W + key) or "") if element is not None else ""


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as w:b is there and not turned off."""
    return element is not None and attribute(element) not in ("0", "false", "off", "none")


def _is_element(node: etree._Element) -> bool:
    return isinstance(node.tag, str)


def _relations(archive: zipfile.ZipFile, path: str) -> dict[str, tuple[str, str]]:
    folder, base = posixpath.split(path)
    root = _parse(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    found: dict[str, tuple[str, str]] = {}
    for element in root.iter(f"{REL}Relationship") if root is not None else ():
        if element.get("TargetMode") == "External":
            continue
        target = str(element.get("Target") or "")
        target = (
            target[1:]
            if target.startswith("/")
            else posixpath.normpath(posixpath.join(folder, target))
        )
        kind = str(element.get("Type") or "").rsplit("/", 1)[-1]
        found[str(element.get("Id"))] = (kind, target)
    return found


def _parse(archive: zipfile.ZipFile, path: str) -> etree._Element | None:
    try:
        data = archive.read(path)
    except (KeyError, zipfile.BadZipFile, OSError, ValueError, RuntimeError, EOFError, zlib.error):
        return None
    for strict, usual in _STRICT:
        data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
