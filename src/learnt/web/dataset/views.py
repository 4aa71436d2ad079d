"""The dataset to download, for everybody."""

import contextlib
from datetime import datetime
from typing import BinaryIO

from django.http import FileResponse, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import condition, require_safe

from learnt.web.dataset import edition, kept
from learnt.web.dataset.writing import TRIES, Changing

KINDS = {
    "zip": "application/zip",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _etag(request: HttpRequest, form: str) -> str:
    return f'"{kept.mark_of(edition.current())}-{form}"'


def _changed(request: HttpRequest, form: str) -> datetime | None:
    return edition.current().at


@require_safe
@condition(etag_func=_etag, last_modified_func=_changed)
def download(request: HttpRequest, form: str) -> HttpResponseBase:
    """Give the whole catalogue as a file; a program that has it is told so (304)."""
    file = _open(form)
    name = f"learnt-dataset.{form}"
    return FileResponse(file, as_attachment=True, filename=name, content_type=KINDS[form])


def _open(form: str) -> BinaryIO:
    """Open the file; written again where a change of the catalogue took it away in between."""
    for _ in range(TRIES):
        with contextlib.suppress(FileNotFoundError):
            return kept.keep(form).open("rb")
    raise Changing("the catalogue changes while the dataset is read: try again later")
