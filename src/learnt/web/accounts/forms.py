"""Forms of accounts."""

from typing import Any, cast

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib.auth.forms import AuthenticationForm, PasswordChangeForm, SetPasswordForm
from django.core.exceptions import ValidationError
from django_otp.plugins.otp_static.models import StaticDevice
from django_otp.plugins.otp_totp.models import TOTPDevice

from learnt.web.accounts.models import ROLES, User
from learnt.web.forms import Form

CODE = "The security code is wrong or was used already. Wait for the next one and try again."


def plain_helper() -> FormHelper:
    """Give what the error summary asks of a form that is not ours."""
    return Form().helper


class SignInForm(AuthenticationForm):
    """E-mail address, password, and the code of a second factor if one is set up."""

    code = forms.CharField(
        label="Security code",
        help_text="Only if you have set up a second step for signing in.",
        required=False,
        max_length=16,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()
        self.fields["username"].label = "E-mail address"
        self.fields["username"].error_messages["required"] = "Enter your e-mail address"
        self.fields["password"].error_messages["required"] = "Enter your password"
        self.error_messages["invalid_login"] = "The e-mail address or the password is wrong"

    def clean_username(self) -> str:
        """Give the address as accounts keep it."""
        return str(self.cleaned_data["username"]).strip().lower()

    def confirm_login_allowed(self, user: Any) -> None:
        """Refuse a person with a second factor whose code is missing or wrong."""
        super().confirm_login_allowed(user)
        code = str(self.cleaned_data.get("code") or "").replace(" ", "")
        if not second_factor_holds(user, code):
            raise ValidationError(CODE, code="code")


def second_factor_holds(user: User, code: str) -> bool:
    """Whether `code` is right for the person's second factor; right for all who have none."""
    devices = list(TOTPDevice.objects.filter(user=user, confirmed=True))
    if not devices:
        return True
    spare = StaticDevice.objects.filter(user=user, confirmed=True)
    return bool(code) and any(device.verify_token(code) for device in [*devices, *spare])


class InviteForm(Form):
    """Whom to invite, and for what."""

    email = forms.EmailField(
        label="E-mail address", error_messages={"required": "Enter an e-mail address"}
    )
    role = forms.ChoiceField(
        label="Role",
        choices=[(role, role.capitalize()) for role in ROLES],
        help_text="Each role includes those before it.",
    )
    partnership = forms.ChoiceField(label="Partnership", required=False)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = cast(forms.ChoiceField, self.fields["partnership"])
        field.choices = choices
        field.required = all(partnership for partnership, _ in choices)


class AcceptForm(SetPasswordForm):  # type: ignore[type-arg]  # generic only in the stubs
    """The password that an invited person chooses."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()


class ChangePasswordForm(PasswordChangeForm):
    """A new password, after the old one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = plain_helper()


class CodeForm(Form):
    """The code that shows that a second factor works."""

    code = forms.CharField(
        label="Security code",
        help_text="The six figures that the app shows now.",
        max_length=16,
        error_messages={"required": "Enter the security code"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )
