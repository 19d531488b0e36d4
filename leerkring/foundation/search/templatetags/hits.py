"""`{{ parts|with_marks }}`: a text in parts, what was asked for marked; `{{ parts|as_text }}`."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html, format_html_join

from leerkring.foundation.search.snippets import Part

register = template.Library()


@register.filter
def with_marks(parts: Iterable[Part]) -> str:
    """Every part is escaped before anything is put around it."""
    shown = (format_html("<mark>{}</mark>", part.text) if part.hit else part.text for part in parts)
    return format_html_join("", "{}", ((part,) for part in shown))


@register.filter
def as_text(parts: Iterable[Part]) -> str:
    return "".join(part.text for part in parts)
