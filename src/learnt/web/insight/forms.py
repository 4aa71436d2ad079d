"""Forms of the reports: what it is about, and an analyst's own words."""

from collections.abc import Callable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms_gds.layout import Layout
from django import forms

from learnt.analyse import BadTable, parse_comparators, parse_populations
from learnt.publish.report.compose import section_names
from learnt.publish.report.rules import rules
from learnt.web.accounts.models import User
from learnt.web.accounts.reach import partnership_choices
from learnt.web.forms import Form
from learnt.web.insight.asked import crosses_of, filters_of
from learnt.web.insight.models import DENOMINATORS, Report
from learnt.web.register.forms import Section

FIRST, LAST = 1990, 2100
YEAR = {"class": "govuk-input govuk-input--width-4"}


def titles() -> list[tuple[str, str]]:
    """Give the sections of a report by id with their titles, in their order."""
    told = {one.id: one.title for one in rules().section}
    return [(name, told[name]) for name in section_names()]


class ReportForm(Form):
    """What a report is about."""

    title = forms.CharField(
        label="Name of the report",
        help_text="For the desk. The report itself is named after its area.",
        max_length=200,
        error_messages={"required": "Enter a name for the report"},
    )
    partnership = forms.ChoiceField(label="Partnership", required=False)
    area = forms.CharField(
        label="District or region (optional)",
        help_text="If the report is about a part of the partnership, or a region.",
        required=False,
        max_length=200,
    )
    first = forms.IntegerField(
        label="First year of death (optional)",
        required=False,
        min_value=FIRST,
        max_value=LAST,
        widget=forms.NumberInput(attrs=YEAR),
    )
    last = forms.IntegerField(
        label="Last year of death (optional)",
        required=False,
        min_value=FIRST,
        max_value=LAST,
        widget=forms.NumberInput(attrs=YEAR),
    )
    denominator = forms.ChoiceField(
        label="What shares are of",
        choices=DENOMINATORS,
        widget=forms.RadioSelect,
        initial="recorded",
    )
    sections = forms.MultipleChoiceField(
        label="Sections (none chosen: all)",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    populations = forms.CharField(
        label="Populations, for rates (optional)",
        help_text="A line an area, with commas between: area, population, year, source.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=20_000,
    )
    comparators = forms.CharField(
        label="Published figures of your own (optional)",
        help_text="As CSV, with a head: tally, group, value, unit, period, coverage, source; and if you"
        " have them numerator, denominator, base, licence, differs.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=50_000,
    )
    filters = forms.CharField(
        label="Only cases and reviews with (optional)",
        help_text="A line each, as kind=dardr or review_status=published.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
    )
    crosses = forms.CharField(
        label="Variables to cross (optional)",
        help_text="Two a line, with a comma between, named as in the register: sex_of_victim, tenure.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        max_length=2_000,
    )

    def __init__(self, *args: Any, person: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (
            ("partnership", partnership_choices(person, "All of them")),
            ("sections", titles()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices

    def clean_populations(self) -> str:
        """Check the populations, with or without their head."""
        text = str(self.cleaned_data["populations"]).replace("\r\n", "\n").strip()
        if not text:
            return ""
        if not text.lower().startswith("area"):
            text = f"area,population,year,source\n{text}"
        return self._checked(text, lambda told: parse_populations(told, "Populations"))

    def clean_comparators(self) -> str:
        """Check the published figures."""
        text = str(self.cleaned_data["comparators"]).replace("\r\n", "\n").strip()
        return self._checked(text, lambda told: parse_comparators(told, "Published figures"))

    def clean_filters(self) -> str:
        """Check what the report is narrowed to."""
        return self._checked(str(self.cleaned_data["filters"]), filters_of)

    def clean_crosses(self) -> str:
        """Check the variables to cross."""
        return self._checked(str(self.cleaned_data["crosses"]), crosses_of)

    def _checked(self, text: str, read: Callable[[str], object]) -> str:
        """Give the text where it can be read, else say why not."""
        try:
            if text.strip():
                read(text)
        except BadTable as error:
            raise forms.ValidationError(str(error)) from error
        return text.strip()

    def clean(self) -> dict[str, Any]:
        """Check that the years stand the right way round."""
        told = super().clean() or {}
        first, last = told.get("first"), told.get("last")
        if first and last and first > last:
            self.add_error("last", "The last year must not be before the first")
        return told

    @classmethod
    def of(cls, report: Report, person: User) -> "ReportForm":
        """Give the form filled with what a report is about."""
        names = list(cls.base_fields)
        return cls(initial={name: getattr(report, name) for name in names}, person=person)

    def fill(self, report: Report) -> None:
        """Put what was filled in into a report."""
        for name in self.base_fields:
            setattr(report, name, self.cleaned_data[name])


class WordsForm(Form):
    """An analyst's own paragraphs by section, in Markdown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, title in titles():
            self.fields[name] = forms.CharField(
                label=f"Your words under “{title}”",
                required=False,
                widget=forms.Textarea(attrs={"rows": 6}),
                max_length=50_000,
            )

    @property
    def helper(self) -> FormHelper:
        """Give each section to the template, open where something is written or wrong."""
        helper = super().helper
        parts = []
        for name, title in titles():
            written, wrong = bool(self[name].value()), name in self.errors
            told = "Written" if written else "Nothing yet"
            section = Section(name, title=title, told=told, wrong=wrong, is_open=written or wrong)
            parts.append(section)
        helper.layout = Layout(*parts)
        return helper

    def words(self) -> dict[str, str]:
        """Give the words by section; empty ones are left out."""
        told = {
            name: str(text).replace("\r\n", "\n").strip()
            for name, text in self.cleaned_data.items()
        }
        return {name: text for name, text in told.items() if text}
