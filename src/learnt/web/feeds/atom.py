"""Atom (RFC 4287) with tombstones (RFC 6721): entries that were taken off."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed, rfc3339_date

from learnt.web.catalogue.models import Tombstone
from learnt.web.dataset import edition

TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
UNIX_EPOCH = datetime.fromisoformat("1970-01-01T00:00:00+00:00")


class CatalogueAtom(Atom1Feed):
    """A feed that also says what is gone: `deleted` gives ids and when each was taken off."""

    def root_attributes(self) -> dict[str, str]:
        """Name the space of the tombstones."""
        return super().root_attributes() | {"xmlns:at": TOMBSTONES}

    def add_root_elements(self, handler: Any) -> None:
        """Write the tombstones after what the feed says of itself."""
        super().add_root_elements(handler)
        deleted: Iterable[tuple[str, datetime]] = self.feed.get("deleted", ())
        for ref, at in deleted:
            handler.startElement("at:deleted-entry", {"ref": ref, "when": rfc3339_date(at)})
            handler.endElement("at:deleted-entry")

    def latest_post_date(self) -> datetime:
        """Give when the catalogue last changed: a feed without entries has a date, too."""
        return edition.current().at or UNIX_EPOCH


def tombstones(most: int) -> list[Tombstone]:
    """Give what was taken off last."""
    return list(Tombstone.objects.order_by("-at", "slug")[:most])
