"""Forms of the register, made from its tables: what is not chosen is not recorded, and never no."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import LayoutObject
from crispy_forms.utils import TEMPLATE_PACK
from crispy_forms_gds.layout import Field, Layout
from django import forms
from django.template.loader import render_to_string

from learnt.records.case import Value
from learnt.register.cells import BadCell, fit, printed
from learnt.register.problems import Problem
from learnt.register.schema import Column, schema
from learnt.web.accounts.models import User
from learnt.web.accounts.reach import partnership_choices
from learnt.web.forms import Form
from learnt.web.register.groups import groups_of
from learnt.words import capital

NOT_RECORDED = "Not recorded"
UNBROKEN = NOT_RECORDED.replace(" ", "\N{NO-BREAK SPACE}")
ANSWERS = [("TRUE", "Yes"), ("FALSE", "No"), ("", UNBROKEN)]
TAGS = [
    ("TRUE", "Tagged"),
    ("FALSE", "Not tagged".replace(" ", "\N{NO-BREAK SPACE}")),
    ("", UNBROKEN),
]
OTHER = "__other"
SUFFIX = "_other"
AN_OTHER = "Another value"
WIDTHS = {"integer": "govuk-input--width-3", "number": "govuk-input--width-4"}
ASKED = {
    "date": "Such as 2020, 2020-03 or 14 March 2020.",
    "integer": "A whole number.",
    "number": "A number.",
}


def places(person: User, role: str = "editor") -> list[tuple[str, str]]:
    """Give the partnerships that a person may choose for a case."""
    return partnership_choices(person, "Not known, or not listed", role)


class RowForm(Form):
    """A row of a table: a field a column, in groups, checked as a cell of a file is."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    """Which state of the row the person saw, so that nobody overwrites what another wrote."""

    def __init__(
        self,
        table: str,
        data: Mapping[str, Any] | None = None,
        *,
        values: Mapping[str, Value] | None = None,
        choices: Collection[tuple[str, str]] = (),
        place: str = "",
        tags: bool = False,
        seen: str = "",
    ) -> None:
        """Take the table's name, the values that are known, and the partnerships to choose among."""
        super().__init__(data, initial={"seen": seen, "place": place})
        self.table, self.known, self.tags = schema().table(table), dict(values or {}), tags
        self.columns = [column for _, group in groups_of(table) for column in group]
        if choices:
            known = place in dict(choices)
            self.fields["place"] = forms.ChoiceField(
                label="Partnership",
                help_text="Its people see this case, and nobody else but those of all partnerships.",
                choices=list(choices) if known else [*choices, (place, place)],
                required="" not in dict(choices),
            )
        for column in self.columns:
            self._add(column)

    def _add(self, column: Column) -> None:
        known = self.known.get(column.name)
        self.initial[column.name] = printed(known)
        if column.type == "boolean":
            self.fields[column.name] = forms.ChoiceField(
                label=column.title,
                help_text=column.meaning,
                choices=TAGS if self.tags and column.tag else ANSWERS,
                widget=forms.RadioSelect,
                required=False,
                error_messages=_unlisted(column),
            )
        elif column.values:
            self._add_choice(column, printed(known))
        else:
            asked = " ".join(part for part in (column.meaning, ASKED.get(column.type, "")) if part)
            told = {"class": WIDTHS[column.type]} if column.type in WIDTHS else {}
            whole = {"inputmode": "numeric"} if column.type == "integer" else {}
            self.fields[column.name] = forms.CharField(
                label=column.title,
                help_text=asked,
                required=False,
                max_length=300,
                widget=forms.TextInput(attrs={"autocomplete": "off", **told, **whole}),
            )

    def _add_choice(self, column: Column, known: str) -> None:
        listed = [(value, column.label(value)) for value in column.values]
        if known and known not in column.values:
            listed.append((known, known))
        if not column.closed:
            listed.append((OTHER, AN_OTHER))
        self.fields[column.name] = forms.ChoiceField(
            label=column.title,
            help_text=column.meaning,
            choices=[("", NOT_RECORDED), *listed],
            required=False,
            error_messages=_unlisted(column),
        )
        if not column.closed:
            self.fields[column.name + SUFFIX] = forms.CharField(
                label=f"{column.title}, if it is another value",
                required=False,
                max_length=300,
                widget=forms.TextInput(attrs={"autocomplete": "off"}),
            )

    def clean(self) -> dict[str, Any]:
        """Give each column the value that its cell of a file would have, under its own name."""
        told = super().clean() or self.cleaned_data
        for column in self.columns:
            raw = told.get(column.name, "")
            other = str(told.pop(column.name + SUFFIX, "")).strip()
            if raw == OTHER and not other:
                self.add_error(column.name + SUFFIX, f"Enter the value of {column.title}")
                continue
            if other and raw not in (OTHER, ""):
                self.add_error(
                    column.name + SUFFIX,
                    f"{column.title}: choose “Another value”, or leave this empty",
                )
                continue
            try:
                told[column.name] = fit(column, other or raw)
            except BadCell as error:
                self.add_error(column.name, f"{column.title}: {error}")
        return told

    def row(self) -> dict[str, Value]:
        """Give the values of the row as they are to be kept; for a form without errors."""
        shown = {column.name for column in self.columns}
        kept = {name: value for name, value in self.known.items() if name not in shown}
        given = {name: self.cleaned_data.get(name) for name in shown}
        self._follow_age(given)
        return kept | {name: value for name, value in given.items() if value is not None}

    def _follow_age(self, given: dict[str, Value | None]) -> None:
        """Let a band that follows from the age follow it, unless the band itself was changed."""
        for column in self.columns:
            years = given.get(column.derived_from)
            if isinstance(years, int) and given[column.name] in (None, self.known.get(column.name)):
                before = self.known.get(column.derived_from)
                if given[column.name] is None or before != years:
                    given[column.name] = column.band_of(years)

    def is_fresh(self) -> bool:
        """Whether nobody else has changed the row since the person opened it; tells it if not."""
        if self.cleaned_data.get("seen") == self.initial["seen"]:
            return True
        told = (
            "Somebody has changed this since you opened it. Open it again and look at the change."
        )
        self.add_error(None, told)
        return False

    def refuse(self, problems: Iterable[Problem]) -> None:
        """Tell what the checks found, each at its field."""
        for one in problems:
            field = one.column if one.column in self.fields else None
            self.add_error(field, capital(one.message))

    @property
    def helper(self) -> FormHelper:
        """Give the groups of fields to the template, each to be opened."""
        helper = super().helper
        parts: list[Any] = ["seen"]
        if "place" in self.fields:
            parts.append("place")
        for number, (title, columns) in enumerate(groups_of(self.table.name)):
            fields = [field for column in columns for field in self._shown(column)]
            told = sum(bool(self[column.name].value()) for column in columns)
            wrong = sum(name in self.errors for column in columns for name in _names(column))
            parts.append(
                Section(
                    *fields,
                    title=title,
                    told=f"{told} of {len(columns)} recorded",
                    wrong=wrong,
                    is_open=bool(told or wrong) or number == 0,
                )
            )
        helper.layout = Layout(*parts)
        return helper

    def _shown(self, column: Column) -> list[Any]:
        if column.type == "boolean":
            return [Field.radios(column.name, small=True, inline=True)]
        other = column.name + SUFFIX
        if other not in self.fields:
            return [column.name]
        needed = bool(self[other].value()) or self[column.name].value() == OTHER
        needed = needed or other in self.errors
        small = Section(other, title=AN_OTHER, of=column.title, is_open=needed, small=True)
        return [column.name, small]


def _unlisted(column: Column) -> dict[str, str]:
    return {"invalid_choice": f"Select a valid choice for {column.title}"}


def _names(column: Column) -> tuple[str, str]:
    return column.name, column.name + SUFFIX


class Section(LayoutObject):  # type: ignore[misc]  # crispy-forms has no types
    """Fields below a title that opens and closes them; closed ones are sent with the form too."""

    template = "register/parts/section.html"

    def __init__(self, *fields: Any, **told: Any) -> None:
        """Take fields, `title`, `is_open`, what is `told` beside it, how many are `wrong`.

        A `small` one stands within a section, and is `of` a field.
        """
        self.fields, self.told = list(fields), told

    def render(
        self, form: Any, context: Any, template_pack: Any = TEMPLATE_PACK, **kwargs: Any
    ) -> str:
        """Give the HTML."""
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        return render_to_string(self.template, self.told | {"fields": fields})


class UploadForm(Form):
    """A register as a file."""

    field_order = ("register", "place")
    register = forms.FileField(
        label="Workbook, or a zip of CSV files",
        help_text="An .xlsx workbook made from the template, or a .zip with incidents.csv in it.",
        widget=forms.FileInput(attrs={"class": "govuk-file-upload", "accept": ".xlsx,.zip,.csv"}),
        error_messages={"required": "Choose a file"},
    )

    def __init__(
        self, data: Any = None, files: Any = None, *, choices: list[tuple[str, str]]
    ) -> None:
        """Take the partnerships to choose among."""
        super().__init__(data, files)
        self.fields["place"] = forms.ChoiceField(
            label="Partnership of the rows that name none", choices=choices, required=False
        )
