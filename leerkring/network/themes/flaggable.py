"""A theme can be flagged: what it is about is written by one moderator and read by everybody."""

from typing import Any

from leerkring.foundation.moderation.redaction import redact_line, stands_in
from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.network.people.queries import moderators
from leerkring.network.themes.actions import describe
from leerkring.network.themes.models import Theme


def passage_of(theme: Any) -> str:
    return "\n".join([theme.name, theme.description, ", ".join(theme.synonyms)]).strip()


def redact(theme: Any, passage: str) -> int:
    """Out of what it is about; a word for it in which the passage stands is no word for it any
    more. The name itself changes at the desk for themes."""
    about, places = redact_line(theme.description, passage)
    kept = [word for word in theme.synonyms if not stands_in(word, passage)]
    places += len(theme.synonyms) - len(kept)
    if places:
        describe(theme, description=about, synonyms=kept, by=None)
    return places


register(
    Flaggable(
        model=Theme,
        label="dit thema",
        visible_to=lambda person: Theme.objects.current(),
        moderators=lambda theme: moderators(),
        # A name can be changed at the desk for themes; what goes is the text and the other words.
        hide=lambda theme, by: describe(theme, description="", synonyms=(), by=by),
        describe=str,
        passage=passage_of,
        redact=redact,
        url=lambda theme: theme.get_absolute_url(),
        stands=lambda theme: theme.merged_into_id is None,
    )
)
