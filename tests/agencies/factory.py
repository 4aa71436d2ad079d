"""Small reviews for the tests of agencies."""

from learnt.records import Action, Addressee, Metadata, Recommendation, Review


def review_of(
    csp: str | None = None,
    *names: str,
    published: str | None = "May 2024",
    text: str = "",
    panel: tuple[str, ...] = (),
    leads: tuple[str, ...] = (),
) -> Review:
    """Give a review of `csp` with one recommendation a name."""
    return Review(
        review=Metadata(csp=csp, published=published, panel=panel),
        recommendations=tuple(
            Recommendation(id=f"r{n}", ref=str(n), text=text, addressees=(Addressee(name),))
            for n, name in enumerate(names or ("",), start=1)
        ),
        actions=tuple(Action(id=f"a{n}", lead=lead) for n, lead in enumerate(leads, start=1)),
    )
