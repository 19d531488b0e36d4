"""When two themes become one, questions go along."""

from leerkring.exchange.questions.models import Question
from leerkring.foundation.search.actions import index_many


def relink_themes(old: int, new: int) -> None:
    """Questions about the old theme are about the new one, each once."""
    links = Question.themes.through.objects
    moved = list(links.filter(theme_id=old).values_list("question_id", flat=True))
    both = links.filter(theme_id=new).values_list("question_id", flat=True)
    links.filter(theme_id=old, question_id__in=list(both)).delete()
    links.filter(theme_id=old).update(theme_id=new)
    index_many(Question.objects.filter(pk__in=moved))
