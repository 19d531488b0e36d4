"""When two themes become one, posts go along."""

from leerkring.exchange.posts.models import Post
from leerkring.foundation.search.actions import index_many


def relink_themes(old: int, new: int) -> None:
    """Posts about the old theme are about the new one. Drafts and versions keep the number of the
    old one, which leads on to the new."""
    links = Post.themes.through.objects
    moved = list(links.filter(theme_id=old).values_list("post_id", flat=True))
    both = links.filter(theme_id=new).values_list("post_id", flat=True)
    links.filter(theme_id=old, post_id__in=list(both)).delete()
    links.filter(theme_id=old).update(theme_id=new)
    index_many(Post.objects.filter(pk__in=moved))
