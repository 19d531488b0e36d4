"""Addresses of meetings. The page of one is composed by the site; all else is here."""

from django.urls import include, path
from django.views.decorators.http import require_safe

from leerkring.practice.meetings.views import (
    day,
    lists,
    material,
    meetings,
    people,
    programme,
    questions,
    tryout,
)

app_name = "meetings"
of_one = [
    path("wijzigen/", meetings.edit, name="edit"),
    path("praktisch/", meetings.practical, name="practical"),
    path("aankondiging/", meetings.announce, name="announcement"),
    path("afzegging/", meetings.cancel, name="cancellation"),
    path("kopie/", lists.copy, name="copy"),
    path("programma/", require_safe(programme.show), name="programme"),
    path("programma/nieuw/", programme.add_block, name="block_new"),
    path("programma/agenda/", programme.agenda, name="agenda"),
    path("programma/<int:block_id>/", programme.block, name="block"),
    path("programma/<int:block_id>/plaats/", programme.place, name="block_place"),
    path("programma/<int:block_id>/duur/", programme.length, name="block_length"),
    path("programma/<int:block_id>/einde/", programme.remove, name="block_end"),
    path("programma/<int:block_id>/sessies/", programme.add_strand, name="strand_new"),
    path("programma/sessies/<int:strand_id>/", programme.strand, name="strand"),
    path("programma/sessies/<int:strand_id>/einde/", programme.remove_strand, name="strand_end"),
    path("mensen/", people.index, name="people"),
    path("mensen/<int:role_id>/einde/", people.end, name="role_end"),
    path("materiaal/", material.index, name="material"),
    path("materiaal/<int:material_id>/einde/", material.remove, name="material_end"),
    path("materiaal/<int:material_id>/<slug:part>/", require_safe(material.file), name="file"),
    path("vragen/", require_safe(questions.index), name="questions"),
    path("vragen/nieuw/", questions.put, name="question_new"),
    path("vragen/<int:question_id>/blok/", questions.attach, name="question_block"),
    path("vragen/<int:question_id>/antwoord/", questions.answer, name="question_answer"),
    path("vragen/<int:question_id>/einde/", questions.take_back, name="question_end"),
    path("dag/", require_safe(day.show), name="day"),
    path("dag/<int:block_id>/duur/", day.length, name="day_length"),
    path("proef/", tryout.index, name="tryouts"),
    path("proef/<int:run_id>/", tryout.show, name="tryout"),
    path("proef/<int:run_id>/draaiboek/", tryout.takeover, name="takeover"),
]
urlpatterns = [
    path("bijeenkomsten/", require_safe(lists.index), name="list"),
    path("bijeenkomsten/nieuw/", require_safe(lists.choose), name="choose"),
    path("bijeenkomsten/nieuw/<slug:code>/", lists.new, name="new"),
    path("bijeenkomsten/<int:pk>-<slug:slug>/", include(of_one)),
]
