"""What was found, as lines for a terminal."""

from learnt.export.cells import plain
from learnt.web.catalogue.search.find import Found, recommendations, reviews


def as_text(found: Found, most: int, width: int) -> str:
    """Give up to `most` things found, each text cut to `width` letters, and a line with the number."""
    lines: list[str] = []
    if found.asked.show == "reviews":
        for review in reviews(found.ids[:most]).values():
            lines += [review.title, f"  {_cut(review.summary, width)}", f"  {review.slug}", ""]
    else:
        for item in recommendations(found.ids[:most]).values():
            bodies = "; ".join(body.printed for body in item.addressees.all())
            lines += [
                f"{item.ref or item.order}, {item.review.title}",
                f"  {_cut(item.text, width)}",
            ]
            lines += [f"  Addressed to: {bodies}"] if bodies else []
            lines += [f"  {item.review.slug}#{item.key}", ""]
    for word, better in found.meaning.corrected.items():
        lines.append(f"No review says {word!r}; this looked for {better!r}.")
    if found.loose:
        lines.append(f"{found.exact} of them hold all of the words, the others some.")
    shown = min(most, found.total)
    what = found.asked.show.removesuffix("s") + ("" if found.total == 1 else "s")
    lines.append(f"{found.total:,} {what} found, {shown:,} shown")
    return plain("\n".join(lines))


def _cut(text: str, width: int) -> str:
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= width else one_line[: width - 1] + "…"
