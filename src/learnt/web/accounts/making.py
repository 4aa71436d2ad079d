"""Makes accounts."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from learnt.errors import LearntError
from learnt.web.accounts.models import EVERYWHERE, Grant, User
from learnt.web.accounts.reach import partnership_known_as


class BadAccount(LearntError):
    """An account cannot be made as asked."""


def make_user(email: str, password: str, role: str, partnership: str = "") -> User:
    """Make an account that holds `role` for a partnership (its id or name), or for all.

    Raises `BadAccount` where the address is no address or taken, the password too weak, or the
    partnership neither listed nor that of a review or case: a slip would give a role that reaches nothing.
    """
    scope = partnership_known_as(partnership) if partnership else EVERYWHERE
    if scope is None:
        raise BadAccount(
            f"no partnership is known as {partnership!r}: give its name, or its id as in the address"
            " of its page; one that is not listed is known once a review or case of it is stored"
        )
    address = email.strip().lower()
    try:
        validate_email(address)
        validate_password(password, User(username=address, email=address))
    except ValidationError as error:
        raise BadAccount(" ".join(error.messages)) from error
    with transaction.atomic():
        if User.objects.filter(username=address).exists():
            raise BadAccount(f"{address} has an account already")
        user = User.objects.create_user(address, address, password)
        Grant.objects.create(user=user, role=role, partnership=scope)
    return user
