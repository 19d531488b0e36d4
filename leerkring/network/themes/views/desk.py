"""Where moderators keep the vocabulary: add, describe, rename, merge. Others do not find it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from leerkring.foundation.language.checking_actions import count_traces
from leerkring.network.themes.actions import add_theme, describe, merge, rename
from leerkring.network.themes.forms import MergeForm, ThemeForm
from leerkring.network.themes.models import Theme
from leerkring.network.themes.queries import vocabulary

View = Callable[..., HttpResponse]


def for_moderators(view: View) -> View:
    @login_required
    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.moderates:
            raise Http404
        return view(request, *args, **kwargs)

    return gate


@for_moderators
def index(request: HttpRequest) -> HttpResponse:
    return render(request, "themes/desk.html", {"themes": vocabulary()})


@for_moderators
def new(request: HttpRequest) -> HttpResponse:
    form = ThemeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        theme = add_theme(**form.cleaned_data, by=request.user)
        messages.success(request, f"Het thema «{theme}» is er.")
        return redirect("themes:desk")
    return render(request, "themes/edit.html", {"form": form}, status=422 if form.errors else 200)


@for_moderators
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.current(), pk=pk)
    form = ThemeForm(request.POST or None, theme=theme)
    if request.method == "POST" and form.is_valid():
        count_traces(form.decisions)
        name = form.cleaned_data.pop("name")
        describe(theme, **form.cleaned_data, by=request.user)
        theme = rename(theme, name, by=request.user)
        messages.success(request, f"Het thema «{theme}» is bewaard.")
        return redirect("themes:desk")
    context = {"form": form, "theme": theme}
    return render(request, "themes/edit.html", context, status=422 if form.errors else 200)


@for_moderators
def join(request: HttpRequest, pk: int) -> HttpResponse:
    theme = get_object_or_404(Theme.objects.current(), pk=pk)
    form = MergeForm(request.POST if request.method == "POST" else None, theme=theme)
    if request.method == "POST" and form.is_valid():
        try:
            kept = merge(theme, into=form.cleaned_data["into"], by=request.user)
        except ValidationError as fault:
            form.add_error("into", fault)
        else:
            messages.success(request, f"«{theme}» hoort nu bij «{kept}».")
            return redirect("themes:desk")
    context = {"form": form, "theme": theme}
    return render(request, "themes/merge.html", context, status=422 if form.errors else 200)
