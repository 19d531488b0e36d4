"""When two themes become one, meetings and brought questions go along."""

from leerkring.foundation.search.actions import index_many
from leerkring.practice.meetings.models import BroughtQuestion, Meeting


def relink_themes(old: int, new: int) -> None:
    """Each is about the new theme once."""
    links = Meeting.themes.through.objects
    moved = list(links.filter(theme_id=old).values_list("meeting_id", flat=True))
    both = links.filter(theme_id=new).values_list("meeting_id", flat=True)
    links.filter(theme_id=old, meeting_id__in=list(both)).delete()
    links.filter(theme_id=old).update(theme_id=new)
    asked = list(BroughtQuestion.objects.filter(theme_id=old).values_list("pk", flat=True))
    BroughtQuestion.objects.filter(pk__in=asked).update(theme_id=new)
    index_many(Meeting.objects.filter(pk__in=moved))
    index_many(BroughtQuestion.objects.filter(pk__in=asked))
