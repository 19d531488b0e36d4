"""A circle can be flagged, by who knows of it: its name, its purpose, its house rules.

Moderators decide. Of a hidden circle they do not know: there its guides do.
"""

from typing import Any

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register, register_notebook
from leerkring.network.circles.actions import hide
from leerkring.network.circles.inspection_actions import note_down
from leerkring.network.circles.models import Circle, Visibility
from leerkring.network.circles.queries import guides_of, keepers_of
from leerkring.network.people.slugs import slug_of


def moderators_of(circle: Any) -> set[int]:
    return keepers_of(circle if circle.visibility == Visibility.HIDDEN else None)


def writers_of(circle: Any) -> set[int]:
    """Its guides. Of a hidden circle nobody else knows: there they decide about their own words."""
    return set() if circle.visibility == Visibility.HIDDEN else guides_of(circle)


def texts_of(circle: Any) -> str:
    closing = circle.closing.reason if hasattr(circle, "closing") else ""
    texts = (circle.name, circle.purpose, circle.house_rules, closing)
    return "\n\n".join(filter(None, texts))


def why_it_closed(circle: Any) -> list[tuple[Any, tuple[str, ...]]]:
    return [(circle.closing, ("reason",))] if hasattr(circle, "closing") else []


register(
    Flaggable(
        model=Circle,
        label="deze groep",
        visible_to=Circle.objects.visible_to,
        moderators=moderators_of,
        hide=lambda circle, by: hide(circle, by=by),
        describe=str,
        passage=texts_of,
        url=lambda circle: circle.get_absolute_url(),
        writers=writers_of,
        hears=guides_of,
        readable_by=Circle.objects.readable_by,
        redact=redacting(
            *("name", "purpose", "house_rules"),
            also=why_it_closed,
            slug=lambda circle: slug_of(circle.name),
        ),
    )
)
register_notebook(note_down)
