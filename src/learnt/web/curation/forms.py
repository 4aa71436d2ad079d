"""Forms of the desk."""

from typing import Any

from django import forms

from learnt.records import Recommendation
from learnt.theme.codebook import own_codebook
from learnt.web.curation.unpacking import LARGEST
from learnt.web.forms import Form

LEVELS = (
    ("", "Not told"),
    ("single-agency", "One agency"),
    ("multi-agency", "Several agencies"),
    ("national", "National"),
)


class AskForm(Form):
    """A recommendation as a person corrects or adds it."""

    ref = forms.CharField(label="Reference as printed", required=False, max_length=60)
    text = forms.CharField(
        label="Text as printed",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=20_000,
        error_messages={"required": "Enter the text of the recommendation"},
    )
    addressees = forms.CharField(
        label="Addressed to",
        help_text="One body a line, as printed.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4_000,
    )
    level = forms.ChoiceField(label="Level", choices=LEVELS, required=False)

    @classmethod
    def of(cls, item: Recommendation) -> "AskForm":
        """Give the form filled with what is known."""
        bodies = "\n".join(body.printed for body in item.addressees)
        told = {"ref": item.ref, "text": item.text, "addressees": bodies, "level": item.level or ""}
        return cls(initial=told)

    def value(self) -> dict[str, Any]:
        """Give what was filled in as the value of a decision."""
        lines = self.cleaned_data["addressees"].splitlines()
        return {
            "ref": self.cleaned_data["ref"].strip(),
            "text": self.cleaned_data["text"].replace("\r\n", "\n").strip(),
            "addressees": [{"printed": line.strip()} for line in lines if line.strip()],
            "level": self.cleaned_data["level"] or None,
        }


def theme_choices() -> list[tuple[str, str]]:
    """Give the themes of the codebook for a form."""
    return [(theme.id, theme.name) for theme in own_codebook().theme]


class ThemesForm(Form):
    """The themes of a recommendation, and the main one."""

    themes = forms.MultipleChoiceField(
        label="Themes", choices=theme_choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    main = forms.ChoiceField(
        label="Main theme", choices=lambda: [("", "None"), *theme_choices()], required=False
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a main theme that is not among the themes."""
        told = super().clean() or self.cleaned_data
        if told.get("main") and told["main"] not in told.get("themes", []):
            self.add_error("main", "The main theme must be one of the themes")
        return told


class ManyFiles(forms.ClearableFileInput):
    """A field for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files, each checked."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Give the files as a list."""
        given = (data if isinstance(data, list | tuple) else [data]) or [None]
        checked = [super(FilesField, self).clean(one, initial) for one in given]
        return [one for one in checked if one]


class UploadForm(Form):
    """Reports to read."""

    partnership = forms.ChoiceField(label="Partnership")
    reports = FilesField(
        label="Reports",
        help_text=(
            "PDF, Word, HTML or text, one or several, or a ZIP of them."
            " Files of one review are put together."
        ),
        widget=ManyFiles(attrs={"class": "govuk-file-upload"}),
        required=False,
    )
    folder = FilesField(
        label="Or a whole folder",
        help_text="Where your browser lets you choose one; on a phone, choose files or a ZIP.",
        widget=ManyFiles(attrs={"class": "govuk-file-upload", "webkitdirectory": True}),
        required=False,
    )

    def chosen(self) -> list[Any]:
        """Give what was handed in by either field, without the hidden files of a folder."""
        whole = [*self.cleaned_data["reports"], *self.cleaned_data["folder"]]
        return [file for file in whole if not (file.name or "").startswith(".")]

    def clean(self) -> dict[str, Any]:
        """Ask for files, and refuse those that are too large."""
        told = super().clean() or self.cleaned_data
        if {"reports", "folder"} <= set(told):
            if not self.chosen():
                self.add_error("reports", "Choose one or more files, or a folder")
            elif any((file.size or 0) > LARGEST for file in self.chosen()):
                self.add_error("reports", "A file is larger than 200 MB")
        return told


class ReasonForm(Form):
    """Why something is done that is kept on record."""

    reason = forms.CharField(
        label="Reason",
        help_text="Kept on record. Do not write what is being removed.",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Enter a reason"},
    )
