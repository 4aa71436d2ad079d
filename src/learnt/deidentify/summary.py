"""A summary of a review made from its record alone: it tells only what the record holds."""

from collections.abc import Sequence

from learnt.agencies import is_body
from learnt.deidentify.rules import rules
from learnt.deidentify.titles import kind_in_words
from learnt.records.review import Metadata


def compose_summary(
    review: Metadata, csp: str | None, bodies: Sequence[str], recommendations: int, actions: int
) -> str:
    """Give two to four sentences: kind, partnership and year; what it asks of whom; when published.

    `bodies` are the addressees' public names in order, each as often as it is addressed; those whose
    words do not show that they are bodies are counted, not named.
    """
    told = [_opening(review, csp)]
    if recommendations:
        told.append(_asked(bodies, recommendations))
    if actions:
        words = rules().summary
        form = words.action if actions == 1 else words.actions
        told.append(form.format(count=say_number(actions)))
    month = say_month(review.published)
    if month:
        told.append(rules().summary.published.format(month=month))
    return " ".join(told)


def say_number(number: int) -> str:
    """Give a number in words where it is small."""
    numbers = rules().summary.numbers
    return numbers[number] if number < len(numbers) else f"{number:,}"


def say_month(date: str | None) -> str:
    """Give "May 2023" for `2023-05` or `2023-05-14`, "2023" for a year, else ""."""
    year, _, rest = (date or "").partition("-")
    month = rest[:2]
    if not month.isdigit() or not 1 <= int(month) <= 12:
        return year if year.isdigit() else ""
    return f"{rules().summary.months[int(month) - 1]} {year}"


def _opening(review: Metadata, csp: str | None) -> str:
    words, kind = rules().summary, kind_in_words(review.kind)
    told = words.opening.format(A_kind=f"A {kind}")
    if csp:
        the = "" if csp.lower().startswith("safer ") else "the "
        told += words.commissioned.format(csp=csp if csp.startswith("The ") else the + csp)
    if review.year_of_death is not None:
        told += words.death.format(year=review.year_of_death)
    return told + "."


def _asked(bodies: Sequence[str], count: int) -> str:
    words = rules().summary
    form = words.recommendation if count == 1 else words.recommendations
    told = form.format(count=say_number(count))
    ranked = sorted(dict.fromkeys(bodies), key=lambda body: -bodies.count(body))
    shown = [body for body in ranked if is_body(body)][: words.most_bodies]
    left = len(ranked) - len(shown)
    if left and shown:
        form = words.other if left == 1 else words.others
        shown.append(form.format(count=say_number(left)))
    if shown:
        told += words.addressees.format(bodies=join(shown))
    return told + "."


def join(words: Sequence[str]) -> str:
    """Give "a, b and c"."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"
