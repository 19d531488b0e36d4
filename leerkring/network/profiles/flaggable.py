"""A profile can be flagged by who sees it: its name, its sentence, its photo. Moderators decide."""

from typing import Any

from django.urls import reverse

from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.network.people.queries import moderators
from leerkring.network.profiles.covering_actions import WORDS, cover, redact
from leerkring.network.profiles.models import Profile


def passage_of(profile: Any) -> str:
    lines = [profile.person.name, *(getattr(profile, field) for field in WORDS)]
    return "\n".join(filter(None, [*lines, "Met een foto." if profile.photo_id else ""]))


register(
    Flaggable(
        model=Profile,
        label="dit profiel",
        visible_to=lambda person: Profile.objects.seen_by(person).with_work(),
        readable_by=lambda person: Profile.objects.seen_by(person).showing("photo", *WORDS),
        moderators=lambda profile: moderators(),
        hide=lambda profile, by: cover(profile, by=by),
        describe=lambda profile: f"Profiel van {profile.person.name}",
        passage=passage_of,
        url=lambda profile: profile.url,
        stands=lambda profile: profile.person.is_active,
        writers=lambda profile: {profile.person_id},
        redact=redact,
        effect="De zin en de foto ziet niemand meer, tot de eigenaar andere kiest. De rest blijft.",
        gone="verborg de zin en de foto op {yours}",
        mended_at=lambda profile: reverse("profiles:own"),
    )
)
