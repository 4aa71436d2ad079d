"""People and the roles they hold.

A role is granted for one partnership, or for all. `reader` sees unpublished reviews; `editor`
corrects them; `publisher` publishes, withdraws and takes down; `administrator` invites people and
grants roles. Each includes what stands before it.
"""

from django.contrib.auth.models import AbstractUser
from django.db import models

from learnt.web.naming import partnership_name

ROLES = ("reader", "editor", "publisher", "administrator")
"""From the least to the most; each includes those before it."""
EVERYWHERE = ""


class User(AbstractUser):
    """A person with an account; `username` is the address of their e-mail in lower case."""

    email = models.EmailField("e-mail address", unique=True)

    def allows(self, role: str, partnership: str = EVERYWHERE) -> bool:
        """Whether the person may do what `role` may, for a partnership (its id) or everywhere."""
        if not self.is_active:
            return False
        if self.is_superuser:
            return True
        wanted = ROLES[ROLES.index(role) :]
        scopes = {EVERYWHERE, partnership}
        return self.grants.filter(role__in=wanted, partnership__in=scopes).exists()

    def partnerships(self, role: str) -> set[str]:
        """Give the partnerships for which the person holds `role`; {""} means all."""
        if self.is_active and self.is_superuser:
            return {EVERYWHERE}
        held = self.grants.filter(role__in=ROLES[ROLES.index(role) :])
        scopes = set(held.values_list("partnership", flat=True))
        return {EVERYWHERE} if EVERYWHERE in scopes else scopes


class Grant(models.Model):
    """A role that a person holds, for one partnership or for all (empty)."""

    user = models.ForeignKey(User, models.CASCADE, related_name="grants")
    role = models.CharField(max_length=20, choices=[(role, role.capitalize()) for role in ROLES])
    partnership = models.CharField(max_length=120, blank=True, default=EVERYWHERE)
    granted_by = models.ForeignKey(User, models.SET_NULL, null=True, related_name="+")
    granted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A role is held once."""

        constraints = [
            models.UniqueConstraint(fields=["user", "role", "partnership"], name="one_grant_each")
        ]

    def __str__(self) -> str:
        return f"{self.role} for {partnership_name(self.partnership) or 'all partnerships'}"


class Invitation(models.Model):
    """That a person may make an account; the link's token is stored as a hash only."""

    email = models.EmailField()
    role = models.CharField(max_length=20)
    partnership = models.CharField(max_length=120, blank=True, default=EVERYWHERE)
    by = models.ForeignKey(User, models.CASCADE, related_name="invitations")
    token_hash = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.role} for {partnership_name(self.partnership) or 'all partnerships'}"
