"""A post as it is read now, and who may read it."""

from datetime import date
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import slugify

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BY_KEY, KINDS, Kind, Rung, Wants
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle, meant_for
from leerkring.network.themes.models import Theme


class PostQuerySet(models.QuerySet["Post"]):
    def published(self) -> Self:
        """What went out and was not taken back."""
        return self.filter(published_at__isnull=False, retraction=None)

    def public(self) -> Self:
        return self.published().filter(audience=Audience.PUBLIC)

    def visible_to(self, person: Any) -> Self:
        """Of what is out, what is meant for this person; one query, whatever is filtered on."""
        return self.published().filter(meant_for(person))

    def of_kind(self, kind: Kind) -> Self:
        return self.filter(kind=kind.key)

    def on_the_board(self, today: date) -> Self:
        """Without what hung there as long as it might, or is solved."""
        return self.filter(Q(expires_on=None) | Q(expires_on__gte=today), solved_at=None)

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def for_lists(self) -> Self:
        """With what a line in a list shows, and without the long texts."""
        rows = self.select_related("author", "circle").prefetch_related("themes", "attachments")
        return rows.defer("content")


class Post(models.Model):
    """One post. The columns beside `content` say the same again, for lists and filters.

    Everything here is what readers see; what is being written stands in its draft.
    """

    kind = models.CharField(max_length=10, choices=[(kind.key, kind.name) for kind in KINDS])
    title = models.CharField(max_length=160, blank=True)
    slug = models.SlugField(max_length=80, blank=True)
    lead = models.CharField(max_length=260, blank=True)
    content = models.JSONField(default=dict)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="posts"
    )
    audience = models.CharField(
        max_length=10,
        choices=[(audience.value, audience.label) for audience in Audience],
        default=Audience.SIGNED_IN.value,
    )
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.PROTECT, related_name="posts"
    )
    themes = models.ManyToManyField(Theme, blank=True, related_name="posts")
    rung = models.CharField(
        max_length=16, blank=True, choices=[(rung.value, rung.label) for rung in Rung]
    )
    wants = models.CharField(
        max_length=10, blank=True, choices=[(wants.value, wants.label) for wants in Wants]
    )
    expires_on = models.DateField(null=True, blank=True)
    solved_at = models.DateTimeField(null=True, blank=True)
    begun_at = models.DateTimeField(auto_now_add=True)
    published_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    announced_at = models.DateTimeField(null=True, blank=True)
    review_on = models.DateField("nog actueel?", null=True, blank=True)
    review_asked_at = models.DateTimeField(null=True, blank=True)

    objects = PostQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["kind", "-published_at", "-id"], name="posts_newest_of_kind"),
            models.Index(
                fields=["published_at"],
                name="posts_to_announce",
                condition=Q(announced_at=None, published_at__isnull=False),
            ),
            models.Index(
                fields=["review_on"], name="posts_to_review", condition=Q(review_asked_at=None)
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(audience="kring") | Q(circle__isnull=False),
                name="posts_for_a_circle_have_one",
            )
        ]

    def __str__(self) -> str:
        return self.title or f"{self.what.name} zonder titel"

    def get_absolute_url(self) -> str:
        return reverse("posts:show", args=[self.what, self.pk, self.slug or "stuk"])

    @property
    def what(self) -> Kind:
        return BY_KEY[self.kind]

    @property
    def said(self) -> Content:
        """What readers see now."""
        return Content.from_json(self.content)

    @property
    def picture(self) -> Any:
        """The first picture; ask for `attachments` beforehand in a list."""
        return next(
            (row for row in self.attachments.all() if row.is_picture and not row.held), None
        )

    @property
    def is_retracted(self) -> bool:
        return hasattr(self, "retraction")

    def say(self, content: Content, lead: str) -> None:
        """Take this over in the row, to be saved by the caller; the themes are set apart."""
        self.content = content.as_json()
        self.title, self.lead = content.title, lead
        self.slug = slugify(content.title)[:80].strip("-")
        self.audience, self.circle_id = content.audience.value, content.circle
        self.rung = content.facts.get("rung", "")
        self.wants = content.facts.get("wants", "")
        self.expires_on = content.expires_on


class Retraction(models.Model):
    """A post is taken back, by its author or by a moderator with a reason."""

    post = models.OneToOneField(Post, on_delete=models.CASCADE, related_name="retraction")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    reason = models.CharField("reden", max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.post} ingetrokken"
