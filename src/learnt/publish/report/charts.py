"""Pictures as Vega-Lite specifications, made with Altair: bars, pyramids, lines, two beside each other.

Colours are of Okabe and Ito's palette for the colour-blind (2008), chosen to differ in lightness, so
that they stay apart in grey; a second series also differs in outline, dash or sign. Each value is
printed at its mark. A withheld number is never in the data of a chart: its words stand there instead.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import Any

import altair as alt

from learnt.publish.report import numbers
from learnt.publish.report.rules import rules
from learnt.publish.report.wording import label_of
from learnt.records.finding import Finding, Tally

DARK, LIGHT, INK = "#0072B2", "#E69F00", "#0b0c0c"
FONT = "Liberation Sans, Arial, DejaVu Sans, sans-serif"
WIDTH = 400
ROW = 26
"""Height of a bar with its gap, in pixels."""
LINE_HEIGHT = 240
LOW_WIDTH, LOW_HEIGHT = 600, 100
"""A picture of years that is wide and low, for a page that has little room."""
MOST_YEARS = 12
"""With more years a picture is wide, so that their numbers stand apart."""
LABEL_WIDTH = 230
LINE = 24
"""Labels of groups are broken into lines of so many letters."""
LABEL_LINE = 15
"""Height of a line of a label, in pixels."""
BROKEN = rf"split(trim(replace(datum.label, regexp('(.{{1,{LINE}}})(\\s+|$)', 'g'), '$1\n')), '\n')"
"""Breaks a label where the picture is drawn, so that the data keep the words as they are."""

Datum = dict[str, str | int | float | None]


def bars(tally: Tally, chosen: Sequence[Finding]) -> dict[str, Any]:
    """Draw a bar for each group, in the order given, its count and share at the end."""
    data = [_datum(tally, one) for one in chosen]
    base = alt.Chart(_values(data)).encode(y=_groups(data))
    bar = base.mark_bar(color=DARK).encode(x=_counts(data))
    text = base.mark_text(align="left", dx=4, color=INK).encode(
        x=_counts(data), text=alt.Text("label:N")
    )
    return finish(bar + text, height=row_height(data) * len(data))


def beside(tally: Tally, other: Tally, chosen: Sequence[Finding], names: tuple[str, str],
           ) -> dict[str, Any]:  # fmt: skip
    """Draw two bars for each group, the shares of two tallies, the second one outlined."""
    theirs = {one.group: one for one in other.findings}
    data = []
    for one in chosen:
        for name, table, found in (
            (names[0], tally, one),
            (names[1], other, theirs.get(one.group)),
        ):
            if found is not None and numbers.has_share(found) and found.share is not None:
                label = numbers.share(table, found).text
                data.append({"group": one.group, "series": name, "label": label,
                             "value": round(found.share.value * 100, 6)})  # fmt: skip
    base = alt.Chart(_values(data)).encode(
        y=_groups(data), yOffset=alt.YOffset("series:N", sort=list(names))
    )
    bar = base.mark_bar(stroke=INK, strokeWidth=0.7).encode(
        x=_counts(data), color=series_colours(names)
    )
    text = base.mark_text(align="left", dx=4, color=INK, fontSize=12).encode(
        x=_counts(data), text=alt.Text("label:N")
    )
    return finish(bar + text, height=row_height(data, 40) * len(chosen))


Points = Sequence[tuple[str, float, str]]
"""A year, its value, and how it is printed."""


def lines(series: Sequence[tuple[str, Points]], years: Sequence[str], *, low: bool = False) -> Any:
    """Draw a line for each series over the years, the first whole and the second dashed.

    The numbers of the first stand above its line, those of the second below, but for noughts, which
    would stand among the years. A white edge keeps them readable where a line crosses them.
    """
    names = tuple(name for name, _ in series)
    data = [
        {"year": year, "series": name, "value": value, "label": label}
        for name, points in series
        for year, value, label in points
    ]
    base = alt.Chart(_values(data)).encode(
        x=alt.X(
            "year:O",
            sort=list(years),
            title=None,
            scale=alt.Scale(domain=list(years)),
            axis=alt.Axis(labelAngle=-45 if years[16 if low else 9 :] else 0),
        ),
        y=alt.Y("value:Q", title=None, axis=alt.Axis(values=_ticks(data), format=",d")),
    )
    legend = {"color": series_colours(names)} if len(names) > 1 else {}
    dash = {"strokeDash": alt.StrokeDash("series:N", sort=list(names), legend=None)}
    sign = {"shape": alt.Shape("series:N", sort=list(names), legend=None)}
    line = base.mark_line(color=DARK, strokeWidth=2.5).encode(**legend, **dash)
    points = base.mark_point(color=DARK, filled=True, size=60, opacity=1).encode(**legend, **sign)
    texts = [
        base.mark_text(dy=13 if place else -11, fontSize=12, **edge)
        .encode(text="label:N")
        .transform_filter((alt.datum.series == name) & (alt.datum.value >= bool(place)))
        for place, name in enumerate(names)
        for edge in ({"color": "white", "stroke": "white", "strokeWidth": 4}, {"color": INK})
    ]
    wide = low or len(years) > MOST_YEARS
    return alt.layer(line, points, *texts).properties(
        width=LOW_WIDTH if wide else WIDTH, height=LOW_HEIGHT if low else LINE_HEIGHT
    )


def trend(
    series: Sequence[tuple[str, Points]],
    years: Sequence[str],
    beside: tuple[str, Points] | None,
    *,
    low: bool = False,
) -> dict[str, Any]:
    """Draw the lines of an area and, on a scale of its own below, a published line."""
    local = lines(series, years, low=low)
    if beside is None:
        return finish(local)
    published = lines([beside], years).properties(
        height=LINE_HEIGHT // 2, title=alt.TitleParams(beside[0], anchor="start", fontSize=13)
    )
    return finish(alt.vconcat(local, published, spacing=16))


def _ticks(data: Sequence[Any]) -> list[int]:
    """Give whole numbers for an axis, at most seven."""
    top = int(max((one["value"] for one in data), default=1)) or 1
    step = max(1, -(-top // 6))
    return list(range(0, top + step, step))


def pyramid(cross: Sequence[tuple[str, str, Finding]], sides: tuple[str, str],
            bands: Sequence[str], names: tuple[str, str]) -> dict[str, Any]:  # fmt: skip
    """Draw age bands as a pyramid: `sides` are the values of sex, to the left and to the right."""
    charts = []
    told = [found.numerator or 0 for *_, found in cross if numbers.is_told(found)]
    top = max(told, default=1)
    for place, (side, name) in enumerate(zip(sides, names, strict=True)):
        data: list[Datum] = [
            {"group": band, "value": found.numerator if numbers.is_told(found) else 0,
             "label": numbers.withheld(found) or f"{found.numerator:,}"}
            for band, sex, found in cross if sex == side
        ]  # fmt: skip
        base = alt.Chart(_values(data), title=alt.TitleParams(name, fontSize=13)).encode(
            y=alt.Y(
                "group:N",
                sort=list(reversed(bands)),
                title=None,
                axis=None if place else alt.Axis(ticks=False, domain=False),
            ),
            x=alt.X(
                "value:Q",
                title=None,
                axis=None,
                scale=alt.Scale(domain=[0, top * 1.25], reverse=not place),
            ),
        )
        bar = base.mark_bar(color=LIGHT if place else DARK, stroke=INK, strokeWidth=0.7)
        text = base.mark_text(align="left" if place else "right", dx=-4 + 8 * place, color=INK)
        charts.append(
            (bar + text.encode(text="label:N")).properties(
                width=WIDTH // 2 - 20, height=ROW * len(bands)
            )
        )
    return finish(alt.hconcat(*charts, spacing=6))


def series_colours(names: Sequence[str]) -> alt.Color:
    """Give the colours of series by name, with a legend above the picture."""
    return alt.Color(
        "series:N",
        sort=list(names),
        scale=alt.Scale(domain=list(names), range=[DARK, LIGHT]),
        legend=alt.Legend(orient="top", title=None, labelLimit=400, direction="vertical"),
    )


def finish(chart: Any, height: int = 0) -> dict[str, Any]:
    """Give the specification of a chart in the one look of all charts."""
    if height:
        chart = chart.properties(width=WIDTH, height=max(height, ROW))
    made: dict[str, Any] = chart.configure(font=FONT, background="white").to_dict()
    made["config"] = made["config"] | {
        "view": {"stroke": None},
        "aria": False,
        "text": {"font": FONT, "fontSize": 13},
        "axis": {"labelFontSize": 13, "labelColor": INK, "labelLimit": LABEL_WIDTH,
                 "gridColor": "#d8d8d8", "domainColor": "#505a5f"},
        "legend": {"labelFontSize": 13, "labelColor": INK},
        "title": {"color": INK},
    }  # fmt: skip
    return made


def _values(data: Sequence[Any]) -> alt.InlineData:
    return alt.InlineData(values=list(data))


def _datum(tally: Tally, finding: Finding) -> Datum:
    label = numbers.withheld(finding)
    if not label:
        share = numbers.share(tally, finding).text if not tally.tagged else ""
        label = numbers.count(tally, finding).text + (f" ({share})" if share else "")
    value = finding.numerator if numbers.is_told(finding) else 0
    return {"group": label_of(tally, finding.group), "value": value, "label": label}


def _groups(data: Sequence[Any]) -> alt.Y:
    order = list(dict.fromkeys(str(one["group"]) for one in data))
    raised = {"test": f"length(datum.label) > {LINE}", "value": -LABEL_LINE / 2}
    axis = alt.Axis(
        ticks=False,
        domain=False,
        labelExpr=BROKEN,
        labelPadding=6,
        labelOffset={"condition": raised, "value": 0},
    )
    return alt.Y("group:N", sort=order, title=None, axis=axis)


def row_height(data: Sequence[Any], least: int = ROW) -> int:
    """Give the height of a bar that leaves room for the lines of the longest label."""
    lines = max((len(wrap(str(one["group"]), LINE)) for one in data), default=1)
    return max(least, lines * LABEL_LINE + 6)


def _counts(data: Sequence[Any]) -> alt.X:
    """Leave room at the right end for the printed values."""
    top = max((float(one["value"] or 0) for one in data), default=0.0) or 1.0
    return alt.X("value:Q", title=None, axis=None, scale=alt.Scale(domain=[0, top * 1.3]))


def withheld_groups(findings: Sequence[Finding]) -> list[str]:
    """Name the groups that a line leaves out because they are not told."""
    return [one.group for one in findings if one.withheld]


def not_drawn(findings: Sequence[Finding]) -> str:
    """Say which groups are not drawn; nothing where all are."""
    groups = withheld_groups(findings)
    return rules().words["not_drawn"].format(groups=", ".join(groups)) if groups else ""
