"""Pieces of the page of a question that stand there twenty times or more: who wrote it, what one
can do with it, what was said below. A template would spend most of the page's time on them."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.defaultfilters import linebreaksbr
from django.urls import reverse
from django.utils.html import format_html, format_html_join

from leerkring.exchange.questions.author_queries import Author
from leerkring.foundation.design.templatetags.dutch import datum

register = template.Library()

GONE = "Iemand die hier niet meer is"
NOTHING: Any = ""
ROUND = '<span class="round avatar--tone-{tone}" aria-hidden="true">'
PHOTO = '<img src="{photo}" alt="" width="136" height="136" loading="lazy">'
BESIDE = '</span><span class="by">'
NAME = '<span class="by__name">{name}</span>'
LINKED_NAME = '<a class="by__name" href="{url}">{name}</a>'
WORK = ' <span class="by__work">{work}</span>'
THANK = (
    '<button class="button button--secondary button--small" form="doen" formaction="{thanks}{key}"'
)
THANKED = THANK + ' name="terug" value="1">Bedankt ✓</button>'
TO_THANK = THANK + ">Bedanken</button>"
ONE_GLAD = '<span class="quiet small">1 collega is blij hiermee</span>'
MANY_GLAD = '<span class="quiet small">{glad} collega\'s zijn blij hiermee</span>'
REACT = '<a href="{remark}{key}">Reageren</a>'
FLAG = '<a class="quiet" rel="nofollow" href="{flag}{key}">Melden</a>'


@register.simple_tag
def byline(by: Author | None) -> str:
    """A round, a name and what they do."""
    if by is None:
        return format_html('<span class="by"><span class="by__name">{}</span></span>', GONE)
    form = ROUND + (PHOTO if by.photo_url else "{initials}") + BESIDE
    form += (LINKED_NAME if by.url else NAME) + (WORK if by.work else "") + "</span>"
    known = {"tone": by.tone, "name": by.name, "url": by.url, "work": by.work}
    return format_html(form, photo=by.photo_url, initials=by.initials, **known)


@register.simple_tag(takes_context=True)
def foot(context: Mapping[str, Any], sheet: Any) -> str:
    """What a reader can do: thank, react, flag; for whoever has an account."""
    signed_in, form = context["user"].is_authenticated, ""
    if signed_in and (sheet.thanked or not sheet.mine):
        form += THANKED if sheet.thanked else TO_THANK
    if sheet.thanks:
        form += ONE_GLAD if sheet.thanks == 1 else MANY_GLAD
    if context["may_say"]:
        form += REACT
    if signed_in and not sheet.mine:
        form += FLAG
    return format_html(form, key=sheet.key, glad=sheet.thanks, **context["ways"]) if form else ""


@register.simple_tag(takes_context=True)
def talk(context: Mapping[str, Any], sheet: Any) -> str:
    """Remarks, each with its answers in a list of their own."""
    if not sheet.talk:
        return NOTHING
    lines = (
        (_remark(context, sheet, line, under=False), _answers(context, sheet, line))
        for line in sheet.talk
    )
    return format_html('<ul class="talk">{}</ul>', format_html_join("", "<li>{}{}</li>", lines))


def _answers(context: Mapping[str, Any], sheet: Any, line: Any) -> str:
    if not line.answers:
        return NOTHING
    said = ((_remark(context, sheet, answer, under=True),) for answer in line.answers)
    return format_html(
        '<ul class="talk talk--answers">{}</ul>', format_html_join("", "<li>{}</li>", said)
    )


def _remark(context: Mapping[str, Any], sheet: Any, line: Any, *, under: bool) -> str:
    remark = line.remark
    if remark.is_removed:
        said = format_html('<p class="quiet">Deze reactie is {}.</p>', remark.removal)
    else:
        said = format_html(
            '<p class="remark-line__text">{}</p>\n<div class="remark-line__foot">{} · {}{}{}</div>',
            linebreaksbr(remark.text, autoescape=True),
            (remark.author.name if remark.author else "") or GONE,
            datum(remark.at, "kort"),
            ", aangepast" if remark.edited_at else "",
            _ways_on(context, sheet, line, under=under),
        )
    return format_html('<div class="remark-line" id="reactie-{}">{}</div>', remark.pk, said)


def _ways_on(context: Mapping[str, Any], sheet: Any, line: Any, *, under: bool) -> str:
    """What a reader can do with a remark."""
    user, ways, remark = context["user"], context["ways"], line.remark
    if not user.is_authenticated:
        return NOTHING
    parts = []
    if context["may_say"] and not under:
        answer = ' <a href="{}{}?op={}">Antwoorden</a>'
        parts.append(format_html(answer, ways["remark"], sheet.key, remark.pk))
    if line.can_edit:
        url = reverse("remarks:edit", args=[remark.pk])
        parts.append(format_html(' <a href="{}">Aanpassen</a>', url))
    if remark.author_id == user.pk or context["keeps_order"]:
        away = ' <button class="plain-button" form="doen" formaction="{}">Weghalen</button>'
        parts.append(format_html(away, reverse("remarks:removal", args=[remark.pk])))
    else:
        flag = ' <a href="{}remarks.remark/{}/">Melden</a>'
        parts.append(format_html(flag, ways["flag"], remark.pk))
    return _together(parts)


def _together(parts: list[str]) -> str:
    return format_html("{}" * len(parts), *parts) if parts else NOTHING
