"""Addresses of programmes."""

from django.urls import path

from leerkring.loop.programmes.views import (
    exports,
    intake,
    online,
    paper,
    programmes,
    roles,
    teams,
    told,
    week,
    week_replies,
    week_setup,
)

app_name = "programmes"
urlpatterns = [
    path("programmas/", programmes.index, name="list"),
    path("programmas/nieuw/", programmes.new, name="new"),
    path("programmas/<int:pk>-<slug:slug>/invoer/", intake.upload, name="intake"),
    path(
        "programmas/<int:pk>-<slug:slug>/invoer/<int:draft_id>/",
        intake.preview,
        name="intake_preview",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/invoer/<int:draft_id>/bevestiging/",
        intake.confirm,
        name="intake_confirmation",
    ),
    path("programmas/<int:pk>-<slug:slug>/online/", online.prepare, name="online"),
    path(
        "programmas/<int:pk>-<slug:slug>/online/<int:draft_id>/",
        online.rehearse,
        name="rehearsal",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/online/<int:draft_id>/opening/",
        online.launch,
        name="launch",
    ),
    path("programmas/<int:pk>-<slug:slug>/ronde/", online.follow, name="round"),
    path("programmas/<int:pk>-<slug:slug>/ronde/sluiting/", online.close, name="round_closing"),
    path("programmas/<int:pk>-<slug:slug>/ronde/adres/", online.mail_again, name="round_address"),
    path(
        "programmas/<int:pk>-<slug:slug>/ronde/teams/<slug:team>/poster/",
        paper.poster,
        name="team_poster",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/ronde/teams/<slug:team>/papier/",
        paper.form,
        name="paper_form",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/teams/<slug:team>/nadruk/",
        teams.emphasis,
        name="emphasis",
    ),
    path("programmas/<int:pk>-<slug:slug>/teams/<slug:team>/planning/", teams.plan, name="plan"),
    path("programmas/<int:pk>-<slug:slug>/uitvoer/", exports.show, name="exports"),
    path(
        "programmas/<int:pk>-<slug:slug>/uitvoer/cijfers/", exports.figures, name="figures_export"
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/uitvoer/antwoorden/",
        exports.answers,
        name="answers_export",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/uitvoer/vragenlijst/<slug:form>/",
        exports.questionnaire,
        name="questionnaire_export",
    ),
    path("programmas/<int:pk>-<slug:slug>/verteld/", told.show, name="told"),
    path("programmas/<int:pk>-<slug:slug>/rollen/", roles.show, name="roles"),
    path(
        "programmas/<int:pk>-<slug:slug>/rollen/<int:role_id>/einde/",
        roles.take_away,
        name="role_end",
    ),
    path("programmas/antwoord/<str:token>/", week_replies.reply, name="week_reply"),
    path("programmas/<int:pk>-<slug:slug>/week/", week.show, name="week"),
    path("programmas/<int:pk>-<slug:slug>/week/voorstel/", week.ask, name="week_request"),
    path(
        "programmas/<int:pk>-<slug:slug>/week/<int:plan_id>/vaststelling/",
        week.accept,
        name="week_acceptance",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/week/<int:plan_id>/beter/",
        week.recovery,
        name="week_recovery",
    ),
    path("programmas/<int:pk>-<slug:slug>/week/ziek/", week.illness, name="week_illness"),
    path(
        "programmas/<int:pk>-<slug:slug>/week/ziek/<int:person>/",
        week_replies.replace,
        name="week_replacement",
    ),
    path("programmas/<int:pk>-<slug:slug>/week/stand/", week_replies.state, name="week_state"),
    path(
        "programmas/<int:pk>-<slug:slug>/week/dagdelen/",
        week_setup.half_days,
        name="week_half_days",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/week/plek/<int:team>/",
        week_setup.move,
        name="week_move",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/week/plek/<int:team>/kaart/",
        week_setup.slots,
        name="week_slots",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/week/plek/<int:team>/los/",
        week_setup.release,
        name="week_release",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/week/tabel/<slug:part>/",
        week_setup.table,
        name="week_table",
    ),
]
