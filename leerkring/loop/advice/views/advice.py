"""The training advice: as a page, on paper, as a table; and working out a new one."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from leerkring.foundation.tables.writing import csv_text
from leerkring.loop.advice.actions import give_advice
from leerkring.loop.advice.forms import BudgetForm, CatalogueForm
from leerkring.loop.advice.models import TrainingAdvice
from leerkring.loop.advice.presenting import parts_of_page
from leerkring.loop.advice.queries import newest_advice
from leerkring.loop.advice.report import COLUMNS
from leerkring.loop.advice.typesetting import typeset_advice
from leerkring.loop.advice.views.gate import advised_programme


@login_required
def show(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = advised_programme(request, pk)
    advice = newest_advice(programme)
    context = {
        "programme": programme,
        "advice": advice,
        "report": advice and advice.report,
        "offers": programme.offers.count(),
        "budget_form": BudgetForm(initial={"budget": programme.budget}),
        "catalogue_form": CatalogueForm(),
        **(parts_of_page(advice.report) if advice else {}),
    }
    return render(request, "advice/show.html", context)


@login_required
@require_POST
def give(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    programme = advised_programme(request, pk)
    form = BudgetForm(request.POST)
    if form.is_valid():
        give_advice(programme, budget=form.cleaned_data["budget"], by=request.user)
        messages.success(request, "Het advies is opgesteld.")
    else:
        messages.error(request, "Vul een budget in van 0 euro of meer.")
    return redirect("advice:show", pk, slug)


@login_required
def pdf(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    content = typeset_advice(_given(request, pk).report)
    headers = {"Content-Disposition": 'inline; filename="scholingsadvies.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@login_required
def csv(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    report = _given(request, pk).report
    content = csv_text(COLUMNS, [tuple(row.values()) for row in report.as_rows()])
    headers = {"Content-Disposition": 'attachment; filename="scholingsadvies.csv"'}
    return HttpResponse(content, content_type="text/csv; charset=utf-8", headers=headers)


def _given(request: HttpRequest, pk: int) -> TrainingAdvice:
    advice = newest_advice(advised_programme(request, pk))
    if advice is None:
        raise Http404
    return advice
