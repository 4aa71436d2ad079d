"""Forms of how a review is told in public: what it says of itself, summary, names of roles."""

from collections.abc import Iterable
from typing import Any

from django import forms

from learnt.deidentify import RoleLabels, check_labels
from learnt.deidentify.labels import rules
from learnt.errors import BadLabel
from learnt.extract.dates import find_dates
from learnt.records import Metadata
from learnt.web.catalogue.search.labels import humane, kind_name
from learnt.web.forms import Form

KINDS = ("dhr", "dardr", "susr", "other")
DATE = "A year, a month or a day: 2023, June 2023 or 14 June 2023."
MAIN = ("victim", "perpetrator", "witness")
OF_THE_CASE = tuple(role for role in rules().role if role.numbered or role.id in MAIN)
"""Roles that a review may call by words of its own."""


class PartialDate(forms.CharField):
    """A date as far as it is known; gives ISO text, "" for none."""

    def clean(self, value: Any) -> str:
        """Give `2023-06` for "June 2023"."""
        text = str(super().clean(value)).strip()
        found = find_dates(text)
        if text and (len(found) != 1 or found[0][:2] != (0, len(text))):
            raise forms.ValidationError(f"Enter a date like these. {DATE}")
        return found[0][2] if text else ""


class AboutForm(Form):
    """What a review says of itself. Its title is Learnt's own, and follows from it."""

    kind = forms.ChoiceField(
        label="Kind of review",
        choices=lambda: [("", "Not told"), *((kind, kind_name(kind)) for kind in KINDS)],
        required=False,
    )
    csp = forms.CharField(label="Partnership, as printed", required=False, max_length=300)
    published = PartialDate(label="Published", help_text=DATE, required=False, max_length=40)
    death = PartialDate(
        label="Date of the death",
        help_text=f"{DATE} The public sees the year.",
        required=False,
        max_length=40,
    )
    chair = forms.CharField(label="Chair", required=False, max_length=120)
    author = forms.CharField(label="Author", required=False, max_length=120)
    source_url = forms.URLField(
        label="Where the report was published",
        help_text="The address of the page, with https:// before it.",
        required=False,
        max_length=600,
        assume_scheme="https",
        error_messages={"invalid": "Enter an address like https://www.example.org/report"},
    )
    printed_count = forms.IntegerField(
        label="Number of recommendations that the report itself gives",
        required=False,
        min_value=0,
        max_value=999,
    )

    @classmethod
    def of(cls, told: Metadata) -> "AboutForm":
        """Give the form filled with what is known."""
        return cls(initial=as_asked(told))

    def value(self, told: Metadata) -> dict[str, Any]:
        """Give what was changed as the value of a decision."""
        before = as_asked(told)
        changed = {
            name: answer or None
            for name, answer in self.cleaned_data.items()
            if (answer or None) != before[name]
        }
        if "death" in changed:
            day = changed.pop("death")
            changed |= {"death_date": day, "year_of_death": int(day[:4]) if day else None}
        return changed


def as_asked(told: Metadata) -> dict[str, Any]:
    """Give what a review says of itself by the fields of the form."""
    year = str(told.year_of_death) if told.year_of_death else None
    whole = {name: getattr(told, name) or None for name in AboutForm.base_fields if name != "death"}
    return whole | {"death": told.death_date or year}


class SummaryForm(Form):
    """An editor's summary."""

    text = forms.CharField(
        label="Summary",
        help_text=(
            "Without names. Leave it empty to go back to the one that is printed or composed."
        ),
        required=False,
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class LabelsForm(Form):
    """How the people of a case are called in this review, a field for each role."""

    def __init__(self, labels: RoleLabels, data: Any = None) -> None:
        """Take the labels that hold now, and what was sent."""
        super().__init__(data)
        for role in OF_THE_CASE:
            self.fields[role.id] = forms.CharField(
                label=f"{humane(role.id)}",
                help_text=f"Without words of your own: {role.label}",
                required=False,
                max_length=80,
                initial=labels.labels.get(role.id, ""),
            )
        self.fields["convicted"] = forms.MultipleChoiceField(
            label="Convicted",
            help_text="Words such as perpetrator are for those alone of whom a conviction is recorded.",
            choices=[(role.id, humane(role.id)) for role in OF_THE_CASE if not role.kin][1:],
            required=False,
            initial=labels.convicted,
            widget=forms.CheckboxSelectMultiple,
        )

    def labels(self) -> RoleLabels:
        """Give what was filled in."""
        told = {role.id: self.cleaned_data.get(role.id, "").strip() for role in OF_THE_CASE}
        given = {name: label for name, label in told.items() if label}
        return check_labels(
            RoleLabels(labels=given, convicted=tuple(self.cleaned_data["convicted"]))
        )

    def clean(self) -> dict[str, Any]:
        """Refuse a label that calls somebody by a crime without a conviction."""
        told = super().clean() or self.cleaned_data
        convicted = tuple(told.get("convicted", ()))
        for role in OF_THE_CASE:
            label = (told.get(role.id) or "").strip()
            try:
                check_labels(RoleLabels(labels={role.id: label or "-"}, convicted=convicted))
            except BadLabel:
                why = "Choose other words, or tick the role under Convicted: this calls somebody by a crime"
                self.add_error(role.id, why)
        return told


class PseudonymForm(Form):
    """A publisher's decision to show the pseudonym that the family chose."""

    words = forms.CharField(
        label="The pseudonym",
        help_text="One a line. Empty: the one in the report's own table of pseudonyms.",
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label="Why it is shown",
        help_text="Who wished it, when, and where that is recorded. It is kept in the history.",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter who wished it, and when"},
    )

    def pseudonyms(self) -> list[str]:
        """Give the words, a line each."""
        return [line.strip() for line in self.cleaned_data["words"].splitlines() if line.strip()]


def hold_back(form: Form, field: str, words: Iterable[str]) -> None:
    """Tell at a field which words may name somebody, and hold the text back."""
    listed = ", ".join(dict.fromkeys(words)) or "something that may tell who it is"
    form.add_error(field, f"This may name a person of the case, and cannot be public: {listed}")
