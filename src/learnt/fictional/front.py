"""The front of a report: title lines, labels or a table of them, and what the prose tells instead.

Each fact is printed in a place that is drawn from the seed: on the title page, under a label, only
in the prose, or (death and publication) nowhere, in which case the true answer holds null.
"""

import random
from dataclasses import dataclass
from typing import Literal

from learnt.fictional.facts import Case
from learnt.fictional.grammar import capital, expand, say_date
from learnt.fictional.lists import Front, load
from learnt.fictional.manuscript import Element, Paragraph, Table
from learnt.fictional.story.draw import story_of
from learnt.fictional.story.tell import story_slots
from learnt.records import Metadata

NOTE = "Fictional: every person, place, event and local body in this document is invented."
Form = Literal["colons", "table", "plain table", "stacked", "bare"]
"""How labels stand: `Label: value`, in a table, above their values, or run into them."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Where the front of a case's report prints each fact."""

    csp: Literal["line", "label", "title", "prose"]
    death: Literal["title", "label", "year", "prose", "nowhere"]
    people: Literal["label", "prose"]
    completed: Literal["label", "alone", "prose"]
    published: Literal["label", "line", "nowhere"]
    form: Form
    status: bool
    dedicated: bool


def plan_front(case: Case) -> Plan:
    """Draw the plan of a case: the same for each of its documents."""
    rng = case.rng("front")
    return Plan(
        csp=rng.choices(("line", "label", "title", "prose"), (4, 3, 3, 3))[0],
        death=rng.choices(("title", "label", "year", "prose", "nowhere"), (5, 3, 1, 5, 1))[0],
        people=rng.choices(("label", "prose"), (3, 2))[0],
        completed=rng.choices(("label", "alone", "prose"), (3, 2, 2))[0],
        published=rng.choices(("label", "line", "nowhere"), (4, 3, 3))[0],
        form=rng.choice(("colons", "colons", "table", "plain table", "stacked", "bare")),
        status=rng.random() < 0.4,
        dedicated=rng.random() < 0.3,
    )


def front_metadata(case: Case, title: str) -> Metadata:
    """Give the answer: null where the plan prints nothing."""
    plan = plan_front(case)
    told = plan.death != "nowhere"
    date = str(case.year_of_death) if plan.death == "year" else case.death
    return Metadata(
        title=title,
        kind=case.kind,
        csp=case.csp.printed,
        published=case.published if plan.published != "nowhere" else None,
        completed=case.completed,
        death_date=date if told else None,
        year_of_death=case.year_of_death if told else None,
        chair=case.chair,
        author=case.author,
        panel=tuple(dict.fromkeys(agency for _, _, agency in case.panel)),
    )


def front_elements(case: Case, words: str) -> tuple[str, list[Element]]:
    """Give the document's title and the elements of its front; `words` name it (`Overview Report`)."""
    plan, lists, rng = plan_front(case), load("front.toml", Front), case.rng(f"front:{words}")
    slots = front_slots(case) | {"words": words}
    if plan.death == "title":
        slots |= _dated(slots["when"])
    titles = _titles(case, plan, lists, rng, slots)
    found: list[Element] = [_title_line(line, place) for place, line in enumerate(titles)]
    if plan.csp == "line":
        line = Paragraph(case.csp.printed, centred=True, bold=True, size=16)
        found.insert(rng.choice((0, 0, len(found))), line)
    found.append(Paragraph(NOTE, centred=True, italic=True))
    found += _labelled(_labels(case, plan, lists, rng, slots), plan.form)
    closing = _closing(case, plan, lists, rng, slots)
    found += [Paragraph(text, centred=True) for text in closing]
    return ": ".join(titles), found


def front_slots(case: Case) -> dict[str, str]:
    """Give what the sentences and titles of a front are filled with."""
    date = say_date(case.death)
    when = f"on {date}" if case.death.count("-") == 2 else f"in {date}"
    csp = case.csp.in_text if case.csp.printed.startswith("Safer") else f"the {case.csp.printed}"
    quoted = case.victim if " " in case.victim else f"‘{case.victim}’"
    return case.slots | {
        "kind": case.kind_words,
        "initials": case.kind.upper(),
        "number": str(case.rng("number").randint(2, 60)),
        "csp": case.csp.printed,
        "the_csp": csp,
        "The_csp": capital(csp),
        "who": quoted,
        "victim": case.victim,
        "perp": case.perpetrator,
        "chair": case.chair,
        "author": case.author,
        "county2": case.area.county2,
        "when": when,
        "When": capital(when),
        "at": "",
        "at_who": "",
        "on_death": "",
        "Rel": capital(story_slots(case, story_of(case), case.rng("front:relation"))["rel"]),
    }


def tell_introduction(case: Case) -> list[str]:
    """Give the sentences of the introduction that tell who commissioned the review, and of the death."""
    plan, lists, rng = plan_front(case), load("front.toml", Front), case.rng("front:introduction")
    slots, told = front_slots(case), []
    if plan.csp == "prose" or rng.random() < 0.3:
        told.append(expand(rng.choice(lists.commission), rng, slots))
    if plan.death == "prose":
        forms = [form for form in lists.death if not story_of(case).suicide or _of_any(form)]
        told.append(expand(rng.choice(forms), rng, slots))
    return told


def tell_people(case: Case) -> list[str]:
    """Give the sentences on the chair, where no label names them."""
    if plan_front(case).people == "label":
        return []
    lists, rng = load("front.toml", Front), case.rng("front:people")
    forms = lists.both if case.chair == case.author else lists.chair
    return [expand(rng.choice(forms), rng, front_slots(case))]


def near_misses(case: Case) -> list[tuple[str, str]]:
    """Give sentences with dates and bodies that are not this review's, each with its kind."""
    near, rng = load("front.toml", Front).near, case.rng("front:near")
    kinds = rng.sample(sorted(near), 2)
    return [(kind, expand(rng.choice(near[kind]), rng, front_slots(case))) for kind in kinds]


def _dated(when: str) -> dict[str, str]:
    return {"at": f" {when}", "at_who": f", who died {when}", "on_death": f" on the death {when}"}


def _titles(
    case: Case, plan: Plan, lists: Front, rng: random.Random, slots: dict[str, str]
) -> list[str]:
    forms = lists.titles_with_csp if plan.csp == "title" else lists.plain_titles
    return [expand(_kind(case, line), rng, slots) for line in rng.choice(forms)]


def _kind(case: Case, form: str) -> str:
    """Give the words of a title or label as they fit the kind of death."""
    return form.replace("homicide", "death") if story_of(case).suicide else form


def _of_any(form: str) -> bool:
    """Whether a sentence on a death fits one of any kind."""
    return "killed" not in form and "homicide" not in form


def _title_line(text: str, place: int) -> Paragraph:
    return Paragraph(text, centred=True, bold=place < 2, size=(20, 16, 14)[min(place, 2)])


def _labels(
    case: Case, plan: Plan, lists: Front, rng: random.Random, slots: dict[str, str]
) -> list[tuple[str, str]]:
    """Give labels and values, in one of the usual orders, with labels of other things among them."""
    wanted: list[tuple[str, str]] = []
    if plan.csp == "label":
        wanted.append(("csp", case.csp.printed))
    if plan.death in ("label", "year"):
        year = str(case.year_of_death)
        wanted.append(("year", year) if plan.death == "year" else ("death", say_date(case.death)))
    if plan.people == "label":
        both = [("both", case.chair)]
        wanted += both if case.chair == case.author else _apart(case)
    if plan.completed == "label":
        wanted.append(("completed", say_date(case.completed)))
    if plan.published == "label":
        wanted.append(("published", say_date(case.published)))
    pairs = [(_kind(case, rng.choice(lists.labels[field])), value) for field, value in wanted]
    if plan.form in ("table", "plain table"):
        others = rng.sample(sorted(lists.others), 2)
        pairs += [(one, expand(rng.choice(lists.others[one]), rng, slots)) for one in others]
    if rng.random() < 0.4:
        rng.shuffle(pairs)
    return pairs


def _apart(case: Case) -> list[tuple[str, str]]:
    return [("chair", case.chair), ("author", case.author)]


def _labelled(pairs: list[tuple[str, str]], form: Form) -> list[Element]:
    if not pairs:
        return []
    if form in ("table", "plain table"):
        rules: Literal["all", "none"] = "all" if form == "table" else "none"
        return [Table((), tuple(pairs), (0.4, 0.6), rules=rules, size=11.0)]
    if form == "stacked":
        return [
            Paragraph(text, centred=True, bold=place == 0)
            for pair in pairs
            for place, text in enumerate(pair)
        ]
    return [Paragraph(_run(label, value, form), centred=True) for label, value in pairs]


def _run(label: str, value: str, form: Form) -> str:
    """Run a label and its value into one line; without a colon where the label reads on ("by")."""
    reads_on = label.endswith((" by", "Published", "Completed", "completed", "Died"))
    return f"{label} {value}" if form == "bare" and reads_on else f"{label}: {value}"


def _closing(
    case: Case, plan: Plan, lists: Front, rng: random.Random, slots: dict[str, str]
) -> list[str]:
    """Give the lines that close the front: a date alone, when it was published, its status."""
    lines = []
    if plan.completed == "alone":
        lines.append(say_date(case.completed))
    if plan.published == "line":
        date = {"date": say_date(case.published)}
        lines.append(expand(rng.choice(lists.published), rng, date))
    if plan.status:
        lines.append(expand(rng.choice(lists.statuses), rng, slots))
    if plan.dedicated:
        lines.append(expand(rng.choice(lists.dedications), rng, slots))
    return lines
