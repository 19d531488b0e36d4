"""Addresses behind a link: short, because they stand in mails and on paper."""

from django.urls import path
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from leerkring.practice.answering.views import answers, knowledge, mail, own, posters

either = require_http_methods(["GET", "HEAD", "POST"])

app_name = "answering"
urlpatterns = [
    path("v/<str:door>/", require_safe(answers.welcome), name="welcome"),
    path("v/<str:door>/<int:number>/", require_safe(answers.statement), name="statement"),
    path("v/<str:door>/<int:number>/antwoord/", either(answers.answer), name="answer"),
    path("v/<str:door>/nakijken/", require_safe(answers.overview), name="overview"),
    path("v/<str:door>/inleveren/", either(own.hand_in), name="handing_in"),
    path("v/<str:door>/uitkomst/", require_safe(own.result), name="result"),
    path("v/<str:door>/kennis/", either(knowledge.tell), name="knowledge"),
    path("v/<str:door>/geen-mail/", either(mail.no_mail), name="no_mail"),
    path("poster/<str:door>/", either(posters.enter), name="poster"),
    path("mijn-lijn/", either(own.line), name="line"),
    path("mijn-lijn/bewaren/", require_POST(own.saved), name="line_saved"),
    path("mijn-lijn/samen/", require_POST(own.joined), name="line_joined"),
    path("mijn-lijn/weg/", require_POST(own.forgotten), name="line_forgotten"),
]
