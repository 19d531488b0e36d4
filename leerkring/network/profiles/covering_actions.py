"""What comes of a flag about a profile: its sentence and photo are hidden, or a passage goes."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.redacting_actions import redact_fields
from leerkring.foundation.moderation.redaction import redact_line
from leerkring.foundation.search.actions import index
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.profiles.models import Cover, Profile

WORDS = ("position", "region", "sentence")


@transaction.atomic
def cover(profile: Profile, *, by: Any) -> Cover:
    """Nobody sees the sentence and the photo any more, also not who may see the rest."""
    profile = Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    known = Cover.objects.filter(profile=profile).first()
    made = known or Cover(profile=profile)
    made.sentence = profile.sentence or made.sentence
    made.photo_sha256 = profile.photo.sha256 if profile.photo else made.photo_sha256
    made.by, made.at = by, timezone.now()
    made.save()
    profile.sentence, profile.photo = "", None
    profile.save(update_fields=["sentence", "photo"])
    index(profile)
    sentence = "De zin en de foto op een profiel zijn verborgen."
    record("profiles.covered", by=by, about=profile, sentence=sentence)
    return made


@transaction.atomic
def redact(profile: Profile, passage: str) -> int:
    """Out of the name and what is told in own words, hidden or not."""
    profile = Profile.objects.select_for_update(of=("self",)).get(pk=profile.pk)
    name, places = redact_line(profile.person.name, passage)
    told = {}
    for field in WORDS:
        text, found = redact_line(getattr(profile, field), passage)
        told[field] = text[: Profile._meta.get_field(field).max_length]
        places += found
    for hidden in Cover.objects.filter(profile=profile):
        places += redact_fields(hidden, ["sentence"], passage)
    if places:
        keep_profile(profile.person, name=name[:120], expertise=profile.expert_on.all(), **told)
    return places
