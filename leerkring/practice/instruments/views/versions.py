"""The versions that there are: read, compare, copy, translate, retire."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from leerkring.network.people.slugs import slug_of
from leerkring.practice.instruments.actions import (
    copy_built_in,
    copy_version,
    retire,
    translate_version,
)
from leerkring.practice.instruments.differences import difference
from leerkring.practice.instruments.downloads import DOWNLOADS
from leerkring.practice.instruments.forms import RetireForm, TranslateForm
from leerkring.practice.instruments.grouping import groups_of
from leerkring.practice.instruments.queries import (
    PAGE,
    built_in_version,
    drafts,
    relatives,
    versions,
)
from leerkring.practice.instruments.rules import may_edit
from leerkring.practice.instruments.views.gate import for_editors, version_or_404
from leerkring.practice.scans.instrument_files import built_in
from leerkring.practice.scans.instruments import Instrument
from leerkring.practice.scans.languages import LANGUAGES
from leerkring.practice.scans.models import InstrumentVersion


@login_required
def index(request: HttpRequest) -> HttpResponse:
    before = request.GET.get("voor", "")
    known = versions()
    if before.isascii() and before.isdigit() and len(before) < 12:
        known = known.filter(pk__lt=int(before))
    found = list(known[: PAGE + 1])
    page, of_the_house = found[:PAGE], built_in_version()
    context = {
        "versions": [_line(version) | {"built_in": version == of_the_house} for version in page],
        "built_in": None if before or of_the_house else built_in(),
        "next": f"?voor={page[-1].pk}" if len(found) > PAGE else "",
        "may_edit": may_edit(request.user),
        "drafts": drafts().count() if may_edit(request.user) else 0,
    }
    return render(request, "instruments/list.html", context)


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    version = version_or_404(pk)
    if slug != slug_of(version.name):
        return redirect(address_of(version), permanent=True)
    instrument = version.instrument
    context = {
        **_reading(request, instrument),
        "version": version,
        "version_slug": slug,
        "relatives": [(one, address_of(one.version)) for one in relatives(version)],
        "retirement": getattr(version, "retirement", None),
        "downloads": [
            (download.label, reverse("instruments:file", args=[pk, slug, download.key]))
            for download in DOWNLOADS
        ],
    }
    return render(request, "instruments/version.html", context)


@login_required
def show_built_in(request: HttpRequest) -> HttpResponse:
    """The quickscan of the house, as long as no round or editor made a row of it."""
    if version := built_in_version():
        return redirect(address_of(version))
    downloads = [
        (download.label, reverse("instruments:built_in_file", args=[download.key]))
        for download in DOWNLOADS
    ]
    context = {**_reading(request, built_in()), "downloads": downloads}
    return render(request, "instruments/version.html", context)


@login_required
def compare(request: HttpRequest, pk: int, slug: str, other: int) -> HttpResponse:
    """What changed since another version of the same family."""
    version = version_or_404(pk)
    older = next((one for one in relatives(version) if one.version.pk == other), None)
    if older is None or older.is_this:
        raise Http404
    context = {
        "old": older.version,
        "new": version,
        "new_slug": slug_of(version.name),
        "difference": difference(older.instrument, version.instrument),
        "language": LANGUAGES[version.instrument.language],
    }
    return render(request, "instruments/difference.html", context)


@for_editors
@require_POST
def copy(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    return redirect("instruments:draft", copy_version(version_or_404(pk), by=request.user).pk)


@for_editors
@require_POST
def copy_of_built_in(request: HttpRequest) -> HttpResponse:
    return redirect("instruments:draft", copy_built_in(by=request.user).pk)


@for_editors
def translate(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    version = version_or_404(pk)
    form = TranslateForm(request.POST or None, source=version.instrument.language)
    if request.method == "POST" and form.is_valid():
        draft = translate_version(version, by=request.user, **form.cleaned_data)
        return redirect("instruments:draft", draft.pk)
    context = {"form": form, "version": version, "version_slug": slug_of(version.name)}
    status = 422 if request.method == "POST" else 200
    return render(request, "instruments/translation.html", context, status=status)


@for_editors
def take_out_of_use(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    version = version_or_404(pk)
    if hasattr(version, "retirement"):
        raise Http404
    form = RetireForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        retire(version, by=request.user, **form.cleaned_data)
        messages.success(request, f"«{version}» is uit gebruik. Rondes ermee gaan gewoon door.")
        return redirect(address_of(version))
    context = {"form": form, "version": version, "version_slug": slug_of(version.name)}
    status = 422 if request.method == "POST" else 200
    return render(request, "instruments/retirement.html", context, status=status)


def address_of(version: InstrumentVersion) -> str:
    return reverse("instruments:show", args=[version.pk, slug_of(version.name)])


def _line(version: InstrumentVersion) -> dict[str, Any]:
    instrument = version.instrument
    return {
        "version": version,
        "address": address_of(version),
        "language": LANGUAGES[instrument.language],
        "statements": len(instrument.items),
        "validated": instrument.validated,
        "published": getattr(getattr(version, "provenance", None), "at", None),
        "retirement": getattr(version, "retirement", None),
    }


def _reading(request: HttpRequest, instrument: Instrument) -> dict[str, Any]:
    return {
        "instrument": instrument,
        "groups": groups_of(instrument),
        "language": LANGUAGES[instrument.language],
        "may_edit": may_edit(request.user),
    }
