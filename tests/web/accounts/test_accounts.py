"""Signing in, invitations, roles and the second factor."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from learnt.web.accounts import invitations
from learnt.web.accounts.making import BadAccount, make_user
from learnt.web.accounts.models import Grant, Invitation, User
from tests.web.factories import HERE, PASSWORD, intake, person

NORFOLK = "norfolk-community-safety-partnership"
SUFFOLK = "suffolk-community-safety-partnership"

pytestmark = pytest.mark.django_db

ALLOWED = [
    ("editor", "norfolk", "reader", "norfolk", True, "a role includes those before it"),
    ("editor", "norfolk", "publisher", "norfolk", False, "and none after it"),
    ("editor", "norfolk", "editor", "suffolk", False, "it is for one partnership"),
    ("editor", "", "editor", "suffolk", True, "or for all"),
    ("editor", "norfolk", "editor", "", False, "one partnership is not all"),
]


@pytest.mark.parametrize(("role", "scope", "wanted", "where", "answer", "reason"), ALLOWED)
def test_what_a_role_allows(
    role: str, scope: str, wanted: str, where: str, answer: bool, reason: str
) -> None:
    assert person(role, scope).allows(wanted, where) is answer, reason


def test_who_left_may_do_nothing() -> None:
    gone = person("administrator")
    gone.is_active = False
    assert not gone.allows("reader")
    assert gone.partnerships("reader") == {""}


def sign_in(client: Client, user: User, password: str = PASSWORD, code: str = "") -> int:
    sent = {"username": user.email.upper(), "password": password, "code": code}
    return client.post("/account/sign-in/", sent).status_code


def test_signing_in_and_out(client: Client) -> None:
    user = person("reader")
    assert sign_in(client, user) == 302
    assert user.email in client.get("/account/").content.decode()
    assert client.post("/account/sign-out/").status_code == 302
    assert client.get("/account/").status_code == 302


def test_a_wrong_password_says_neither_which_is_wrong(client: Client) -> None:
    known = client.post("/account/sign-in/", {"username": person().email, "password": "x"})
    unknown = client.post("/account/sign-in/", {"username": "who@example.org", "password": "x"})
    told = "The e-mail address or the password is wrong"
    assert told in known.content.decode()
    assert told in unknown.content.decode()


def test_many_wrong_passwords_lock(client: Client) -> None:
    user = person("reader")
    for _ in range(12):
        client.post("/account/sign-in/", {"username": user.email, "password": "wrong"})
    assert sign_in(client, user) == 429


def test_behind_a_proxy_a_lock_holds_for_the_reader_who_guessed(
    client: Client, settings: Any
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    user = person("reader")
    told = {"username": user.email, "password": "wrong"}
    for _ in range(12):
        client.post("/account/sign-in/", told, HTTP_X_FORWARDED_FOR="192.0.2.7")
    right = told | {"password": PASSWORD}
    guessed = client.post("/account/sign-in/", right, HTTP_X_FORWARDED_FOR="192.0.2.7")
    other = client.post("/account/sign-in/", right, HTTP_X_FORWARDED_FOR="6.6.6.6, 192.0.2.8")
    assert (guessed.status_code, other.status_code) == (429, 302)


def test_nobody_is_led_to_another_site(client: Client) -> None:
    user = person("reader")
    sent = {"username": user.email, "password": PASSWORD, "next": "https://elsewhere.example/"}
    answer = client.post("/account/sign-in/", sent)
    assert answer.status_code == 302
    assert "elsewhere" not in answer["Location"]


def test_an_invitation_makes_one_account_once(client: Client) -> None:
    token = invitations.invite(person("administrator"), "New@example.org", "editor", "norfolk")
    assert token not in str(list(Invitation.objects.values()))
    address = f"/account/invitation/{token}/"
    chosen = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.get(address).status_code == 200
    assert client.post(address, chosen).status_code == 302
    assert User.objects.get(username="new@example.org").allows("editor", "norfolk")
    assert client.get(address).status_code == 404


def test_an_invitation_ends(client: Client) -> None:
    token = invitations.invite(person("administrator"), "new@example.org", "editor", "")
    Invitation.objects.update(ends_at=timezone.now() - timedelta(seconds=1))
    assert client.get(f"/account/invitation/{token}/").status_code == 404


def test_who_has_an_account_gets_the_role_and_keeps_the_password(client: Client) -> None:
    user = person(name="known")
    token = invitations.invite(person("administrator"), user.email, "reader", "norfolk")
    client.post(f"/account/invitation/{token}/")
    assert User.objects.get(pk=user.pk).allows("reader", "norfolk")
    assert sign_in(client, user) == 302


def test_a_weak_password_is_refused(client: Client) -> None:
    token = invitations.invite(person("administrator"), "new@example.org", "editor", "")
    weak = {"new_password1": "password", "new_password2": "password"}
    assert client.post(f"/account/invitation/{token}/", weak).status_code == 422
    assert not User.objects.filter(username="new@example.org").exists()
    with pytest.raises(BadAccount):
        make_user("a@example.org", "password", "reader")


def test_an_administrator_of_one_place_invites_and_sees_only_there(client: Client) -> None:
    client.force_login(person("administrator", NORFOLK))
    other = person("editor", SUFFOLK, name="other")
    assert other.email not in client.get("/account/people/").content.decode()
    for elsewhere in (SUFFOLK, "", "norflok"):
        asked = {"email": "x@example.org", "role": "editor", "partnership": elsewhere}
        assert client.post("/account/people/", asked).status_code == 422, elsewhere
    assert not Invitation.objects.exists()
    grant = Grant.objects.get(user=other)
    assert client.post(f"/account/people/{grant.pk}/revoke/").status_code == 404
    invited = client.post("/account/people/", asked | {"partnership": NORFOLK})
    assert re.search(r"/account/invitation/[\w-]{20,}/", invited.content.decode())


def test_an_invitation_is_withdrawn_by_who_may_make_it(client: Client) -> None:
    token = invitations.invite(person("administrator"), "new@example.org", "editor", NORFOLK)
    number = Invitation.objects.get().pk
    client.force_login(person("administrator", SUFFOLK))
    assert "new@example.org" not in client.get("/account/people/").content.decode()
    address = f"/account/people/invitations/{number}/withdraw/"
    assert client.post(address).status_code == 404
    client.force_login(person("administrator", NORFOLK))
    assert "new@example.org" in client.get("/account/people/").content.decode()
    assert client.post(address).status_code == 302
    assert Client().get(f"/account/invitation/{token}/").status_code == 404
    assert client.post(address).status_code == 404
    assert "new@example.org" not in client.get("/account/people/").content.decode()


def test_who_came_is_no_longer_listed_as_invited(client: Client) -> None:
    token = invitations.invite(person("administrator"), "new@example.org", "editor", "")
    found = invitations.find(token)
    assert found
    invitations.accept(found, PASSWORD)
    assert not invitations.open_ones().exists()


def test_a_partnership_that_only_the_library_has_can_be_chosen(client: Client) -> None:
    intake(1)
    client.force_login(person("administrator"))
    asked = {"email": "x@example.org", "role": "editor", "partnership": HERE}
    assert client.post("/account/people/", asked).status_code == 200
    assert Invitation.objects.get().partnership == HERE


@pytest.mark.parametrize(
    ("told", "scope", "reason"),
    [
        ("", "", "all partnerships"),
        (NORFOLK, NORFOLK, "its id"),
        ("Norfolk", NORFOLK, "the name of the place"),
        (HERE, HERE, "one that is not listed, of a review"),
        ("norflok", None, "a slip gives no role that reaches nothing"),
    ],
)
def test_a_role_is_given_for_a_partnership_that_is_known(
    told: str, scope: str | None, reason: str
) -> None:
    intake(1)
    if scope is None:
        with pytest.raises(BadAccount, match="no partnership is known as 'norflok'"):
            make_user("a@example.org", PASSWORD, "editor", told)
        assert not User.objects.exists(), reason
    else:
        made = make_user("a@example.org", PASSWORD, "editor", told)
        assert made.partnerships("editor") == {scope}, reason


def test_nobody_takes_the_role_from_themselves(client: Client) -> None:
    me = person("administrator")
    client.force_login(me)
    client.post(f"/account/people/{me.grants.get().pk}/revoke/")
    assert me.allows("administrator")


def code_of(device: TOTPDevice, step: int = 0) -> str:
    return f"{totp(device.bin_key, drift=step):06d}"


def test_the_second_factor(client: Client) -> None:
    user = person("editor")
    client.force_login(user)
    assert "<svg" in client.post("/account/second-step/").content.decode()
    device = TOTPDevice.objects.get(user=user)
    wrong = client.post("/account/second-step/", {"code": "000000"})
    assert wrong.status_code == 422
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    shown = client.post("/account/second-step/", {"code": code_of(device)}).content.decode()
    spare = re.findall(r"<code>([0-9a-f]{10})</code>", shown)
    assert len(spare) == 8
    client.post("/account/sign-out/")
    assert sign_in(client, user) == 200
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    assert sign_in(client, user, code=spare[0]) == 302
    client.post("/account/sign-out/")
    assert sign_in(client, user, code=spare[0]) == 200


def test_the_second_factor_goes_only_with_the_password(client: Client) -> None:
    user = person("editor")
    TOTPDevice.objects.create(user=user, confirmed=True, name="app")
    client.force_login(user)
    client.post("/account/second-step/off/", {"password": "wrong"})
    assert TOTPDevice.objects.filter(user=user).exists()
    client.post("/account/second-step/off/", {"password": PASSWORD})
    assert not TOTPDevice.objects.filter(user=user).exists()
