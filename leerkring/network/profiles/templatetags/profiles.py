"""A person on a page of another room."""

from typing import Any

from django import template

from leerkring.network.profiles.portraits import Portrait
from leerkring.network.profiles.queries import portrait_of

register = template.Library()


@register.simple_tag(takes_context=True)
def portrait_for_reader(context: Any, person: Any) -> Portrait | None:
    """{% portrait_for_reader person as portrait %}: what who reads this page may see of them.

    Of somebody whose profile they may not see: the name alone, without a page. Nothing of nobody.
    """
    if person is None:
        return None
    found = portrait_of(context["request"].user, person.pk)
    return found or Portrait(person_id=person.pk, name=person.name or "Iemand zonder naam")
