"""Signing in, passwords, the second factor, and the people of the library."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import LoginView
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_otp.plugins.otp_totp.models import TOTPDevice

from learnt.web.accounts import invitations, second_factor
from learnt.web.accounts.forms import (
    AcceptForm,
    ChangePasswordForm,
    CodeForm,
    InviteForm,
    SignInForm,
)
from learnt.web.accounts.guard import needs, person_of
from learnt.web.accounts.models import Grant
from learnt.web.accounts.reach import partnership_choices, within


class SignIn(LoginView):
    """Sign in with e-mail address and password, and a code where a second factor is set up."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Give what the page shows; Django calls the site by the host's name, we by its own."""
        return super().get_context_data(**kwargs) | {"site_name": settings.SITE_NAME}


def _shown(request: HttpRequest, template: str, told: dict[str, Any]) -> HttpResponse:
    form = told.get("form")
    return render(request, template, told, status=422 if form is not None and form.errors else 200)


@never_cache
@login_required
@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Show the person's own account and roles."""
    person = person_of(request)
    told = {
        "grants": person.grants.all(),
        "second": TOTPDevice.objects.filter(user=person, confirmed=True).exists(),
        "invites": bool(person.partnerships("administrator")),
    }
    return render(request, "accounts/account.html", told)


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """Change the password; other sessions end."""
    form = ChangePasswordForm(person_of(request), request.POST or None)
    if request.method == "POST" and form.is_valid():
        update_session_auth_hash(request, form.save())
        messages.success(request, "Your password is changed. Other devices are signed out.")
        return redirect("accounts:account")
    return _shown(request, "accounts/password.html", {"form": form})


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def second(request: HttpRequest) -> HttpResponse:
    """Set up a second factor: an app on a phone that shows a code."""
    person = person_of(request)
    if TOTPDevice.objects.filter(user=person, confirmed=True).exists():
        return redirect("accounts:account")
    device = second_factor.start(person) if request.method == "POST" else None
    form = CodeForm(request.POST if "code" in request.POST else None)
    if device and "code" in request.POST and form.is_valid():
        if codes := second_factor.confirm(device, form.cleaned_data["code"]):
            return render(request, "accounts/spare_codes.html", {"codes": codes})
        form.add_error("code", "The code is wrong. Enter the one that the app shows now")
    told = {
        "form": form,
        "device": device,
        "picture": second_factor.picture(device),
        "key": second_factor.typed(device),
    }
    return _shown(request, "accounts/second.html", told)


@never_cache
@login_required
@require_POST
def second_off(request: HttpRequest) -> HttpResponse:
    """Take the second factor away, after the password."""
    person = person_of(request)
    if not person.check_password(request.POST.get("password", "")):
        messages.error(request, "The password is wrong. The second step stays.")
    else:
        second_factor.remove(person)
        messages.success(request, "The second step for signing in is removed.")
    return redirect("accounts:account")


@never_cache
@needs("administrator")
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """List who holds which role, and invite somebody."""
    person = person_of(request)
    scopes = person.partnerships("administrator")
    grants = Grant.objects.select_related("user").order_by("user__email", "partnership")
    choices = partnership_choices(person, "All partnerships", "administrator")
    form = InviteForm(request.POST if request.method == "POST" else None, choices=choices)
    link = ""
    if request.method == "POST" and form.is_valid():
        asked = form.cleaned_data
        if not person.allows("administrator", asked["partnership"]):
            raise PermissionDenied
        token = invitations.invite(person, asked["email"], asked["role"], asked["partnership"])
        address = reverse("accounts:accept", args=[token])
        link = f"{settings.SITE_ADDRESS.rstrip('/')}{address}"
        form = InviteForm(choices=choices)
    told = {
        "form": form,
        "grants": within(grants, scopes),
        "invited": within(invitations.open_ones(), scopes),
        "link": link,
    }
    return _shown(request, "accounts/people.html", told)


@needs("administrator")
@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Make the link of an invitation useless."""
    scopes = person_of(request).partnerships("administrator")
    invitation = get_object_or_404(within(invitations.open_ones(), scopes), pk=number)
    invitation.delete()
    messages.success(request, f"The invitation of {invitation.email} is withdrawn.")
    return redirect("accounts:people")


@needs("administrator")
@require_POST
def revoke(request: HttpRequest, grant_id: int) -> HttpResponse:
    """Take a role from a person; nobody takes their own last right to invite."""
    person = person_of(request)
    grant = get_object_or_404(Grant, pk=grant_id)
    if not person.allows("administrator", grant.partnership):
        raise Http404
    if grant.user == person and grant.role == "administrator":
        messages.error(
            request, "You cannot take this role from yourself. Ask another administrator."
        )
    else:
        grant.delete()
        messages.success(request, f"{grant.user.email} is no longer {grant}.")
    return redirect("accounts:people")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def accept(request: HttpRequest, token: str) -> HttpResponse:
    """Let an invited person choose a password."""
    invitation = invitations.find(token)
    if invitation is None:
        return render(request, "accounts/no_invitation.html", status=404)
    person = invitations.candidate(invitation)
    if person.pk:
        if request.method == "POST":
            invitations.accept(invitation, "")
            messages.success(request, "The role is added to your account. Sign in as before.")
            return redirect("accounts:sign-in")
        return render(request, "accounts/accept.html", {"known": True, "invitation": invitation})
    form = AcceptForm(person, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        invitations.accept(invitation, form.cleaned_data["new_password1"])
        messages.success(request, "Your account is ready. Sign in.")
        return redirect("accounts:sign-in")
    return _shown(request, "accounts/accept.html", {"form": form, "invitation": invitation})
