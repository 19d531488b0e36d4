"""`{% stylesheets %}`: the links to the stylesheets that every page has."""

from functools import lru_cache
from typing import Any

from django import template
from django.contrib.staticfiles.storage import staticfiles_storage
from django.utils.html import format_html, format_html_join

register = template.Library()

SCREEN = (
    "reset", "theme", "typography", "page", "masthead", "navigation", "fold", "steps", "layout",
    "button", "form", "table", "card", "notice", "story", "ring", "utilities",
)  # fmt: skip


@register.simple_tag
def stylesheets() -> str:
    """Worked out once: looking up eighteen addresses costs more than the rest of the head."""
    return _links(staticfiles_storage)


@lru_cache(maxsize=2)
def _links(storage: Any) -> str:
    sheets = format_html_join(
        "\n  ",
        '<link rel="stylesheet" href="{}">',
        ((storage.url(f"design/css/{name}.css"),) for name in SCREEN),
    )
    paper = format_html(
        '<link rel="stylesheet" href="{}" media="print">', storage.url("design/css/print.css")
    )
    return format_html("{}\n  {}", sheets, paper)
