"""`{% flag_link row %}`: the small link with which anything can be flagged."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("moderation/_flag_link.html")
def flag_link(row: Any, words: str = "Melden") -> dict[str, Any]:
    return {"about": row._meta.label_lower, "about_id": row.pk, "words": words}
