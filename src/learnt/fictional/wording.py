"""What a fictional panel asks for: the words of recommendations, before any layout gives them form."""

import random
from dataclasses import dataclass, replace
from typing import Literal

from learnt.fictional.bodies import NATIONAL, Body
from learnt.fictional.grammar import capital, expand
from learnt.fictional.lists import Group, Special, Wordings, load
from learnt.records import Level

Style = Literal["named", "plain", "mixed", "core"]
"""named: the sentence names the body, as nothing else will; plain: it names none; mixed: either;
core: a verb phrase alone, for layouts with a voice of their own."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One recommendation. `named` holds the bodies as its own words print them."""

    key: int
    theme: str
    bodies: tuple[Body, ...]
    lead: str
    named: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    title: str = ""
    before: str = ""
    form: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        """The addressees' names as a heading, column or bracket prints them."""
        return tuple(body.printed for body in self.bodies)

    @property
    def level(self) -> Level:
        """The level that follows from the addressees."""
        return level_of(self.bodies)


PARTNERSHIPS = {"csp", "collective", "meeting", "safeguarding-board"}


def level_of(bodies: tuple[Body, ...]) -> Level:
    """National where a national body is asked; multi-agency for a partnership, all, or several."""
    if any(body.national for body in bodies):
        return "national"
    if len(bodies) > 1 or bodies[0].kind in PARTNERSHIPS:
        return "multi-agency"
    return "single-agency"


TITLES = {
    "training": "Workforce development",
    "policy": "Policy and procedure",
    "information-sharing": "Sharing information",
    "records": "Record keeping",
    "risk": "Understanding risk",
    "assessment": "Assessment of need",
    "referral": "Pathways and follow-up",
    "enquiry": "Asking about abuse",
    "multi-agency": "Working together",
    "victim-support": "Support for victims and families",
    "perpetrators": "Responding to those who use abuse",
    "justice": "Protection and prosecution",
    "children": "Children and young people",
    "health-needs": "Mental health and alcohol",
    "equality": "Equality and access",
    "public-awareness": "Awareness in the community",
    "assurance": "Audit and assurance",
    "resources": "Capacity",
    "learning": "Learning from this review",
}


class Asker:
    """Draws recommendations for the bodies of one case; never the same wording twice."""

    def __init__(
        self, rng: random.Random, bodies: dict[str, Body], slots: dict[str, str], style: Style
    ) -> None:
        self.rng = rng
        self.bodies = bodies
        self.slots = slots
        self.style = style
        self.wordings = load("recommendations.toml", Wordings)
        self.used: set[str] = set()

    def draw(self, count: int, kinds: list[str]) -> list[Ask]:
        """Give `count` recommendations to bodies of `kinds`, a third of them of awkward forms."""
        specials = self.rng.sample(self.wordings.special, len(self.wordings.special))
        local = [kind for kind in kinds if kind not in NATIONAL]
        awkward = count // 3 if local and self.style != "core" else 0
        asks = [self._special(form, local) for form in specials[:awkward]]
        said = {ask.lead for ask in asks}
        for _ in range(20 * count):
            ask = self._ordinary(kinds)
            if len(asks) < count and ask.lead not in said:
                said.add(ask.lead)
                asks.append(ask)
        self.rng.shuffle(asks)
        return [replace(ask, key=key) for key, ask in enumerate(asks, 1)]

    def _special(self, form: Special, kinds: list[str]) -> Ask:
        body = self._pick_bodies(kinds, several=False)
        lead, named = self._say(form.text, body)
        points = tuple(expand(point, self.rng, self.slots) for point in form.points)
        title = TITLES[form.theme]
        before = expand(form.before, self.rng, self.slots) if form.before else ""
        return Ask(0, form.theme, body, lead, named, points, title, before, form.kind)

    def _ordinary(self, kinds: list[str]) -> Ask:
        group = self.rng.choice([group for group in self.wordings.group if _fits(group, kinds)])
        bodies = self._pick_bodies([k for k in kinds if _may(group, k)], several=True)
        share = {"named": 0.15, "core": 0.0}.get(self.style, 0.35)
        whole = bool(group.wholes) and self.rng.random() < share
        template = self._unused(group.wholes if whole else group.cores)
        text = template if whole else self._voice(template)
        lead, named = self._say(text, bodies)
        return Ask(0, group.theme, bodies, lead, named, (), TITLES[group.theme])

    def _unused(self, templates: list[str]) -> str:
        fresh = [template for template in templates if template not in self.used]
        chosen: str = self.rng.choice(fresh or templates)
        self.used.add(chosen)
        return chosen

    def _voice(self, core: str) -> str:
        if self.style == "core":
            return core
        voices = self.wordings.voices
        plain = self.style == "plain" or (self.style == "mixed" and self.rng.random() < 0.5)
        sentence: str = self.rng.choice(voices.plain if plain else voices.named)
        text = sentence.replace("{core}", core).replace("{Core}", capital(core))
        if self.rng.random() < 0.2:
            return f"{text} {self.rng.choice(voices.tails)}"
        return text[:-1] if self.rng.random() < 0.12 else text

    def _pick_bodies(self, kinds: list[str], several: bool) -> tuple[Body, ...]:
        known = [self.bodies[kind] for kind in kinds]
        count = self.rng.choice([2, 2, 3]) if several and self.rng.random() < 0.12 else 1
        if self.style == "named":
            count = min(count, 2)
        chosen = self.rng.sample(known, min(count, len(known)))
        collective = [body for body in chosen if body.kind == "collective"]
        return tuple(collective[:1] or chosen)

    def _say(self, text: str, bodies: tuple[Body, ...]) -> tuple[str, tuple[str, ...]]:
        """Fill the body's name in; beside it, the names as they stand in the sentence."""
        names = [self._name(body) for body in bodies]
        spoken = " and ".join(names)
        slots = self.slots | {"body": spoken, "Body": capital(spoken)}
        lead = expand(text, self.rng, slots)
        if "{body}" not in text and "{Body}" not in text:
            return lead, ()
        capitalised = "{Body}" in text
        return lead, tuple(
            _bare(capital(name) if capitalised and place == 0 else name)
            for place, name in enumerate(names)
        )

    def _name(self, body: Body) -> str:
        if body.kind == "collective":
            return body.printed[:1].lower() + body.printed[1:]
        if self.style == "named":
            return body.in_text
        name: str = self.rng.choice([body.in_text, body.short, body.short, body.alias])
        return name


def _bare(name: str) -> str:
    """Take the article off a name that is printed without one elsewhere."""
    return name[4:] if name.startswith(("the ", "The ")) else name


def _fits(group: Group, kinds: list[str]) -> bool:
    return any(_may(group, kind) for kind in kinds)


def _may(group: Group, kind: str) -> bool:
    return kind in group.to or ("any" in group.to and kind not in NATIONAL)
