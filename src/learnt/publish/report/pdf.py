"""The report as PDF: tagged (PDF/UA), with bookmarks and page numbers, from its own HTML."""

from learnt.errors import CannotWrite
from learnt.publish.report.composed import Composed
from learnt.publish.report.html import to_html

VARIANT = "pdf/ua-1"
NEEDED = (
    "PDF needs the report extra (pip install 'learnt[report]') and Pango "
    "(on Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)"
)


def to_pdf(report: Composed) -> bytes:
    """Give the report as PDF; raises `CannotWrite` where the tools for it are not installed."""
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError) as error:
        raise CannotWrite(f"{NEEDED}: {error}") from error
    # A report is made without the network: only what the page holds itself may be asked for.
    within = URLFetcher(allowed_protocols=("data",), fail_on_errors=True)
    page = HTML(string=to_html(report, opened=True), url_fetcher=within)
    written: bytes = page.write_pdf(pdf_variant=VARIANT)
    return written
