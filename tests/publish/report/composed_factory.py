"""A small composed report with one block of each kind."""

from learnt.publish.report.composed import (
    Cell,
    Composed,
    Figure,
    Heading,
    Note,
    Number,
    Paragraph,
    Run,
    Section,
    Sentence,
    TableBlock,
    Written,
)

SPEC = {
    "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
    "data": {"values": [{"sex": "Female", "n": 13}, {"sex": "Male", "n": 7}]},
    "mark": "bar",
    "encoding": {
        "x": {"field": "n", "type": "quantitative"},
        "y": {"field": "sex", "type": "nominal"},
    },
}


def make_table(**changes: object) -> TableBlock:
    row = (Cell("Female"), Cell("13", (Number("13", "homicides.sex", "Female", "numerator"),)))
    told: dict[str, object] = {
        "id": "sex",
        "label": "Table 1",
        "caption": "Sex of the people who died",
        "headers": ("Sex", "People"),
        "rows": (row, (Cell("=1+1"), Cell("7")), (Cell("Total"), Cell("20"))),
        "notes": (Sentence("Sex is recorded for all."),),
        "tally": "homicides.sex",
        "last": 1,
    }
    return TableBlock(**(told | changes))  # type: ignore[arg-type]  # a factory's free changes


def make_report(notice: str = "Internal, not for publication") -> Composed:
    table = make_table()
    figure = Figure(
        id="sex-picture",
        label="Figure 1",
        title="Sex of the people who died",
        spec=SPEC,
        alternative=Sentence("13 were women and 7 were men."),
        table=make_table(id="sex-drawn", label="Table 2"),
    )
    words = (
        Run("The partnership "),
        Run("will", strong=True),
        Run(" read "),
        Run("the guide", link="https://example.org/guide"),
    )
    blocks = (
        Heading(id="who", text="Who died"),
        Paragraph((Sentence("20 people died."), Sentence("13 were women."))),
        table,
        figure,
        Note(sentence=Sentence("There are no populations."), kind="gap"),
        Written(kind="paragraph", runs=words),
        Written(kind="numbered", runs=(Run("First"),), number=1, depth=1),
        Written(kind="bullet", runs=(Run("A point"),), depth=1),
    )
    return Composed(
        title="Overview of reviews in Elmbury",
        subtitle="Deaths from 2011 to 2020",
        notice=notice,
        sections=(Section(id="homicides", title="Homicides", blocks=blocks),),
        tables=(table,),
        date="2026-01-31",
    )
