"""Invitations: a link that makes one account, once, for a while. Only its hash is stored."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from learnt.web.accounts.models import Grant, Invitation, User

LASTS = timedelta(days=7)


def invite(by: User, email: str, role: str, partnership: str) -> str:
    """Store an invitation and give its token, which is shown once and never kept."""
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        email=email.strip().lower(),
        role=role,
        partnership=partnership,
        by=by,
        token_hash=hash_of(token),
        ends_at=timezone.now() + LASTS,
    )
    return token


def hash_of(token: str) -> str:
    """Give the form in which a token is stored."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(token: str) -> Invitation | None:
    """Give the open invitation of a token; None for one that is used, over or unknown."""
    return open_ones().filter(token_hash=hash_of(token)).first()


def open_ones() -> QuerySet[Invitation]:
    """Give the invitations whose links still work, the newest first."""
    return Invitation.objects.filter(used_at=None, ends_at__gt=timezone.now()).order_by("-at")


def accept(invitation: Invitation, password: str) -> User:
    """Make the account (or add the role to the one there is) and use the invitation up."""
    with transaction.atomic():
        user = User.objects.filter(username=invitation.email).first()
        if user is None:
            user = User.objects.create_user(invitation.email, invitation.email, password)
        Grant.objects.get_or_create(
            user=user,
            role=invitation.role,
            partnership=invitation.partnership,
            defaults={"granted_by": invitation.by},
        )
        invitation.used_at = timezone.now()
        invitation.save()
    return user


def candidate(invitation: Invitation) -> User:
    """Give the person that an invitation is for: the account there is, or one not yet stored."""
    known = User.objects.filter(username=invitation.email).first()
    return known or User(username=invitation.email, email=invitation.email)
