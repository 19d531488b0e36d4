"""Addresses behind a link: short, because they stand in mails and on paper."""

from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from leerkring.practice.answering.views import answers, own, posters

app_name = "answering"
urlpatterns = [
    path("v/<str:door>/", require_safe(answers.welcome), name="welcome"),
    path("v/<str:door>/<int:number>/", require_safe(answers.statement), name="statement"),
    path("v/<str:door>/<int:number>/antwoord/", require_POST(answers.answer), name="answer"),
    path("v/<str:door>/nakijken/", require_safe(answers.overview), name="overview"),
    path("v/<str:door>/inleveren/", own.hand_in, name="handing_in"),
    path("v/<str:door>/uitkomst/", require_safe(own.result), name="result"),
    path("poster/<str:door>/", posters.enter, name="poster"),
    path("mijn-lijn/", own.line, name="line"),
    path("mijn-lijn/samen/", own.joined, name="line_joined"),
    path("mijn-lijn/weg/", own.forgotten, name="line_forgotten"),
]
