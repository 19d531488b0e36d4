"""Ways in, who took them, and where people are signed in."""

import secrets
from datetime import date, datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone

SESSION_DAYS = 35  # allauth ends a session that was not used for five weeks
TRY_AGAIN = timedelta(minutes=10)


def new_token() -> str:
    return secrets.token_urlsafe(16)


class InvitationLinkQuerySet(models.QuerySet["InvitationLink"]):
    def with_uses(self) -> Self:
        return self.annotate(uses=models.Count("acceptances"))


class InvitationLink(models.Model):
    """One link for everybody who is invited, with an account or without."""

    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    name = models.CharField("waarvoor", max_length=80)
    welcome = models.CharField("welkomstzin", max_length=300, blank=True)
    next = models.CharField("waar de link naartoe leidt", max_length=200, default="/")
    most = models.PositiveIntegerField("hoe vaak", null=True, blank=True)
    until = models.DateField("tot en met", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True)

    objects = InvitationLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("entrance:invitation", args=[self.token])

    @property
    def address(self) -> str:
        """The whole link, to be sent to people."""
        return settings.SITE_URL + self.get_absolute_url()

    def is_open(self, today: date) -> bool:
        """Whether somebody may still come in with it."""
        if self.revoked_at or (self.until and today > self.until):
            return False
        return self.most is None or self.acceptances.count() < self.most

    def revoke(self) -> None:
        """Today is its last day then: from there counts how long it is kept."""
        today = timezone.localdate()
        self.revoked_at = self.revoked_at or timezone.now()
        self.until = min(self.until or today, today)
        self.save(update_fields=["revoked_at", "until"])


class Acceptance(models.Model):
    """A person took an invitation. The row stays when the person goes: the use was made."""

    link = models.ForeignKey(InvitationLink, on_delete=models.CASCADE, related_name="acceptances")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["link", "person"], name="an_invitation_taken_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.link}"


class ApprovedDomain(models.Model):
    """Who proves an address at exactly this domain may come in."""

    domain = models.CharField("domein", max_length=253, unique=True)
    organisation = models.CharField("van wie", max_length=120, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain


class JoinRequestQuerySet(models.QuerySet["JoinRequest"]):
    def waiting(self) -> Self:
        return self.filter(decided_at=None)

    def to_be_told(self, now: datetime) -> Self:
        return self.filter(decided_at__isnull=False, told_at=None, try_after__lte=now)


class JoinRequest(models.Model):
    """Somebody asks to come in, with an address that they proved."""

    email = models.EmailField("e-mailadres")
    name = models.CharField("naam", max_length=120)
    organisation = models.CharField("organisatie", max_length=120, blank=True)
    motivation = models.TextField("waarom je mee wilt doen", max_length=1000)
    at = models.DateTimeField(auto_now_add=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    granted = models.BooleanField(default=False)
    answer = models.CharField("zin aan wie vroeg", max_length=300, blank=True)
    told_at = models.DateTimeField(null=True)
    try_after = models.DateTimeField(null=True, db_index=True)

    objects = JoinRequestQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                condition=models.Q(decided_at=None),
                name="one_open_request_per_address",
            )
        ]

    def __str__(self) -> str:
        return f"Aanvraag {self.pk}"


class Tally(models.Model):
    """How often something was tried lately: a row of Django's cache, which alone writes here.

    The key is a fingerprint. A model so that the table is there wherever the others are.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"Telling tot {self.expires}"


class SignInQuerySet(models.QuerySet["SignIn"]):
    def running(self, person: object, today: date) -> Self:
        oldest = today - timedelta(days=SESSION_DAYS)
        return self.filter(person=person, seen_on__gte=oldest).order_by("-seen_on", "-pk")


class SignIn(models.Model):
    """A browser in which somebody is signed in: which kind, seen when. No network address."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    device = models.CharField(max_length=60)
    since = models.DateTimeField(auto_now_add=True)
    seen_on = models.DateField()

    objects = SignInQuerySet.as_manager()

    def __str__(self) -> str:
        return self.device
