"""Makes small Word files from raw XML, so that each test shows the very markup it is about."""

import io
import zipfile

from learnt.read.docx import read_docx
from learnt.records import Block, Document

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PART = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = ("numbering", "styles", "footnotes", "endnotes", "header", "footer")


def para(
    text: str = "",
    *,
    num: str = "",
    level: int = 0,
    style: str = "",
    props: str = "",
    run: str = "",
) -> str:
    """One paragraph; `num` is the list's id, `props` and `run` raw paragraph and run properties."""
    parts = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num:
        parts += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f"<w:p><w:pPr>{parts}{props}</w:pPr>{words}</w:p>"


def bold(text: str) -> str:
    """A paragraph in bold."""
    return para(text, run="<w:b/>")


def cell(*paragraphs: str, props: str = "") -> str:
    """A cell; a plain text stands for its paragraph."""
    inner = "".join(text if text.startswith("<") else para(text) for text in paragraphs)
    return f"<w:tc><w:tcPr>{props}</w:tcPr>{inner or para()}</w:tc>"


def row(*cells: str, props: str = "") -> str:
    """A row; a plain text stands for its cell."""
    inner = "".join(text if text.startswith("<w:tc") else cell(text) for text in cells)
    return f"<w:tr><w:trPr>{props}</w:trPr>{inner}</w:tr>"


def table(*rows: str) -> str:
    """A table with borders and no style."""
    grid = "<w:tblPr/><w:tblGrid/>"
    return f"<w:tbl>{grid}{''.join(rows)}</w:tbl>"


def level(at: int, text: str, form: str = "decimal", *, start: int = 1, extra: str = "") -> str:
    """A level of a list's pattern."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{720 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def pattern(identity: str, *levels: str, extra: str = "") -> str:
    """A pattern of a list (w:abstractNum)."""
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{identity}">{kind}{extra}{"".join(levels)}</w:abstractNum>'


def num(identity: str, pattern_id: str, *overrides: str) -> str:
    """A list (w:num) of a pattern."""
    inner = "".join(overrides)
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{pattern_id}"/>{inner}</w:num>'


def start_at(at: int, value: int) -> str:
    """An override by which a list begins anew at a level."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def style(
    identity: str,
    name: str,
    props: str = "",
    *,
    based: str = "",
    run: str = "",
    kind: str = "paragraph",
) -> str:
    """A style."""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="{name}"/>{parent}'
        f"<w:pPr>{props}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


def word_file(*body: str, **parts: str) -> bytes:
    """A Word file with `body` and the inner XML of further parts (`numbering`, `styles`, ...)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        types = f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/>'
        relations = ""
        for kind in KINDS:
            if kind in parts:
                types += f'<Override PartName="/word/{kind}.xml" ContentType="{_PART.format(kind=kind)}"/>'
                relations += f'<Relationship Id="r{kind}" Type="{R}/{kind}" Target="{kind}.xml"/>'
                root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
                archive.writestr(
                    f"word/{kind}.xml", f"{_HEAD}<w:{root} {_SPACES}>{parts[kind]}</w:{root}>"
                )
        if "app" in parts:
            archive.writestr("docProps/app.xml", f"{_HEAD}<Properties>{parts['app']}</Properties>")
        section = parts.get("section", "<w:sectPr/>")
        document = (
            f"{_HEAD}<w:document {_SPACES}><w:body>{''.join(body)}{section}</w:body></w:document>"
        )
        archive.writestr("word/document.xml", document)
        archive.writestr(
            "word/_rels/document.xml.rels",
            f'{_HEAD}<Relationships xmlns="{_RELS}">{relations}</Relationships>',
        )
        archive.writestr(
            "_rels/.rels",
            f'{_HEAD}<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{R}/officeDocument" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "[Content_Types].xml",
            f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        )
    return stream.getvalue()


def read(*body: str, **parts: str) -> Document:
    """Read a Word file made of `body` and `parts`."""
    return read_docx(word_file(*body, **parts), "review.docx")


def blocks(*body: str, **parts: str) -> tuple[Block, ...]:
    """The blocks of a Word file made of `body` and `parts`."""
    return read(*body, **parts).blocks


def printed(*body: str, **parts: str) -> list[str]:
    """What a reader sees of each block: number and text."""
    return [block.printed for block in blocks(*body, **parts)]
