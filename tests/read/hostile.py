"""Makes files that a reader must survive: broken, endless, bomb-like or not what they say."""

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence

from docx import Document
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WORDS = "The panel recommends that the council reviews its training within 12 months."


def write_pdf(objects: Mapping[int, bytes], root: int = 1) -> bytes:
    """Give a PDF of these objects, with a table that says where they stand."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        kept = number in places
        out += b"%010d %05d %c \n" % (places.get(number, 0), 0 if kept else 65535, b"fn"[kept])
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, root, start)
    return bytes(out)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    """Give a PDF stream object's body."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def one_page(content: bytes, box: Sequence[int] = (0, 0, 595, 842), extra: bytes = b"") -> bytes:
    """Give a PDF of one page that shows `content`."""
    media = b" ".join(b"%d" % side for side in box)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R" % media
    resources = b" /Resources << /Font << /F 5 0 R >> %s >> >>" % extra
    return write_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            3: page + resources,
            4: stream(content),
            5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            6: stream(
                b"/X Do",
                b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                b"/Resources << /XObject << /X 6 0 R >> >>",
            ),
        }
    )


def shown(words: str = WORDS) -> bytes:
    """Give the page content that shows `words`."""
    return b"BT /F 11 Tf 72 700 Td (%s) Tj ET" % words.encode("latin-1")


def plain_pdf(pages: int = 1, password: str | None = None, owner: str | None = None) -> bytes:
    """Give a good PDF, locked for its readers with `password` or for changes with `owner`."""
    out = io.BytesIO()
    lock = StandardEncryption(password or "", ownerPassword=owner or "keeper", canPrint=0)
    canvas = Canvas(out, encrypt=lock if password or owner else None)
    for page in range(1, pages + 1):
        canvas.drawString(72, 700, f"{WORDS} Page {page}.")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def recursive_form() -> bytes:
    """Give a PDF whose form draws itself."""
    return one_page(shown() + b" /X Do", extra=b"/XObject << /X 6 0 R >>")


def looped_tree() -> bytes:
    """Give a PDF whose page tree holds itself."""
    return write_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [3 0 R] /Count 2 >>",
            3: b"<< /Type /Pages /Parent 2 0 R /Kids [2 0 R 3 0 R] /Count 2 >>",
        }
    )


def no_pages() -> bytes:
    """Give a PDF without a page."""
    return write_pdf(
        {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: b"<< /Type /Pages /Kids [] /Count 0 >>",
        }
    )


def boasting_tree(count: int = 2_000_000_000) -> bytes:
    """Give a PDF of one page that says that it has `count`."""
    return one_page(shown()).replace(b"/Count 1 ", b"/Count %d " % count)


def shared_page(count: int) -> bytes:
    """Give a PDF whose tree names one page `count` times over."""
    return one_page(shown()).replace(
        b"/Kids [3 0 R] /Count 1", b"/Kids [%s] /Count %d" % (b"3 0 R " * count, count)
    )


def inflating_page(megabytes: int = 1000) -> bytes:
    """Give a PDF whose page content unpacks to very many times its size."""
    packer = zlib.compressobj(9)
    million = b" " * 1_000_000
    packed = b"".join(packer.compress(million) for _ in range(megabytes)) + packer.flush()
    bomb = stream(packed, b"/Filter /FlateDecode")
    return one_page(b"MARK").replace(stream(b"MARK"), bomb)


def word_file(words: str = WORDS) -> bytes:
    """Give a good Word file."""
    document = Document()
    document.add_heading("Recommendations", 1)
    document.add_paragraph(words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def replace_part(data: bytes, name: str, content: bytes) -> bytes:
    """Give the zip archive `data` with one member's content replaced."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
    return out.getvalue()


def zip_bomb(megabytes: int = 1500) -> bytes:
    """Give a Word file whose main part unpacks to very many times its size."""
    return replace_part(word_file(), "word/document.xml", b" " * (megabytes * 1_000_000))


def entity_bomb() -> bytes:
    """Give a Word file whose XML grows without end: "billion laughs"."""
    lines = [b"<!DOCTYPE x [<!ENTITY a0 'ha'>"]
    lines += [b"<!ENTITY a%d '%s'>" % (n, b"&a%d;" % (n - 1) * 10) for n in range(1, 12)]
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines += [b"]><w:document xmlns:w='%s'><w:body><w:p><w:r><w:t>&a11;" % space]
    lines += [b"</w:t></w:r></w:p></w:body></w:document>"]
    return replace_part(word_file(), "word/document.xml", b"\n".join(lines))


def peeping_entity() -> bytes:
    """Give a Word file whose XML asks for a file of the machine."""
    space = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return replace_part(
        word_file(),
        "word/document.xml",
        b"<!DOCTYPE x [<!ENTITY peep SYSTEM 'file:///etc/passwd'>]>"
        b"<w:document xmlns:w='%s'><w:body><w:p><w:r><w:t>Recommendation &peep;</w:t></w:r></w:p>"
        b"</w:body></w:document>" % space,
    )
