"""What becomes of links to a theme that is merged into another."""

from leerkring.foundation.search.actions import index_many
from leerkring.network.circles.models import Circle


def relink_themes(old_id: int, new_id: int) -> None:
    """Circles about the old theme are about the new one, each once."""
    links = Circle.themes.through.objects.filter(theme_id=old_id)
    there = Circle.themes.through.objects.filter(theme_id=new_id).values("circle_id")
    moved = list(links.values_list("circle_id", flat=True))
    links.filter(circle_id__in=list(there.values_list("circle_id", flat=True))).delete()
    links.update(theme_id=new_id)
    index_many(Circle.objects.filter(pk__in=moved))
