"""Invented recommendations in any number, for timing: templates filled with words of a realistic vocabulary.

Nothing here is text that anyone should read: the vocabulary is topped up with made words, spread as words are in
English (Zipf), so that an index sees common and rare words in the usual proportions.
"""

from itertools import accumulate
from random import Random

from learnt.link import Entry
from learnt.records import Addressee

ACTS = (
    "train {staff} in {topic}", "review the policy on {topic} for {staff}", "audit how {staff} record {topic}",
    "raise awareness of {topic} among {people}", "share information on {topic} with {body}",
    "appoint a lead for {topic}", "commission a service for {people} affected by {topic}",
    "ask {people} routinely about {topic}", "remind {staff} of the guidance on {topic}",
    "refer {people} to {body} where {topic} is disclosed", "flag {topic} on the records of {people}",
    "evaluate the response of {staff} to {topic}", "publish leaflets on {topic} for {people}",
)  # fmt: skip
TOPICS = (
    "stalking", "coercive control", "non-fatal strangulation", "economic abuse", "suicide risk", "alcohol misuse",
    "professional curiosity", "the DASH risk assessment", "MARAC referral", "Clare's Law", "protective orders",
    "mental capacity", "so-called honour-based abuse", "missed appointments", "safety planning", "carers' needs",
    "repeat attendance", "information sharing", "bail conditions", "case closure", "child contact", "homelessness",
)  # fmt: skip
STAFF = (
    "GPs", "midwives", "health visitors", "social workers", "police officers", "housing officers", "call handlers",
    "probation practitioners", "teachers", "emergency department nurses", "paramedics", "mental health workers",
)  # fmt: skip
PEOPLE = (
    "older people", "young people", "victims", "patients", "tenants", "pregnant women", "carers", "perpetrators",
    "male victims", "migrant women", "parents", "children",
)  # fmt: skip
BODIES = (
    "Police", "Integrated Care Board", "Council Adult Social Care", "Children's Social Care", "Housing Association",
    "Community Safety Partnership", "Hospital NHS Foundation Trust", "Probation Service", "Women's Aid",
)  # fmt: skip
VOCABULARY = 20_000
SYLLABLES = (
    "ba",
    "den",
    "fo",
    "gri",
    "hal",
    "ke",
    "lum",
    "mer",
    "nos",
    "pir",
    "rad",
    "sto",
    "tev",
    "wex",
)
BACKGROUND = (4, 40)
"""Fewest and most made words of background in a recommendation."""


def make_library(size: int, seed: int = 7) -> list[Entry]:
    """Give `size` entries of reviews of twelve recommendations each, the same for the same seed."""
    random = Random(seed)
    words = ["".join(random.choices(SYLLABLES, k=random.randint(2, 4))) for _ in range(VOCABULARY)]
    frequency = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
    return [_make_entry(number, random, words, frequency) for number in range(size)]


def _make_entry(number: int, random: Random, words: list[str], frequency: list[float]) -> Entry:
    pick = random.choice
    area = words[number // 12 % 400].title()
    body = f"{area} {pick(BODIES)}"
    ask = pick(ACTS).format(staff=pick(STAFF), topic=pick(TOPICS), people=pick(PEOPLE), body=body)
    made = random.choices(words, cum_weights=frequency, k=random.randint(*BACKGROUND))
    text = f"It is recommended that {body} should {ask}. The review found {' '.join(made)}."
    if random.random() < 0.5:
        text = f"{body} should {ask}, including {' '.join(made[:8])}."
    return Entry(
        id=f"invented-{number}",
        text=text,
        review=f"review-{number // 12}",
        year=2012 + number % 14,
        area=area,
        addressees=(Addressee(printed=body),),
    )
