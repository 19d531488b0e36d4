"""`{{ parts|with_marks }}`: a text in parts, what was asked for marked; `{{ parts|as_text }}`."""

from collections.abc import Iterable, Sequence

from django import template
from django.utils.html import format_html

from leerkring.foundation.search.snippets import Part

register = template.Library()


@register.filter
def with_marks(parts: Sequence[Part]) -> str:
    """Every part is escaped before anything is put around it."""
    form = "".join("<mark>{}</mark>" if part.hit else "{}" for part in parts)
    return format_html(form, *(part.text for part in parts)) if parts else ""


@register.filter
def as_text(parts: Iterable[Part]) -> str:
    return "".join(part.text for part in parts)
