"""What all forms share: the error summary of the GOV.UK Design System above the fields."""

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms


class Form(forms.Form):
    """A form whose errors are told at its top and beside each field.

    A template shows it with `{% error_summary form %}` and `{{ form|crispy }}` inside its own
    `<form>`; a field says what is missing in `error_messages={"required": "Enter ..."}`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field.widget, forms.NumberInput | forms.URLInput):
                field.widget.attrs.setdefault("class", "govuk-input")

    @property
    def helper(self) -> FormHelper:
        """Give what the summary asks of a form."""
        helper = FormHelper()
        helper.form_tag = False
        helper.disable_csrf = True
        helper.form_show_errors = True
        return helper
