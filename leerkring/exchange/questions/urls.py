"""Addresses of questions; most of them stand under `/vragen/`."""

from django.urls import path

from leerkring.exchange.questions.views import (
    answering,
    asking,
    deciding,
    feeds,
    guiding,
    handing,
    key_deciding,
    lists,
    pages,
    reading,
    routed,
)

app_name = "questions"
urlpatterns = [
    path("vragen/", lists.index, name="list"),
    path("vragen/feed.atom", feeds.atom, name="feed"),
    path("vragen/stellen/", asking.new, name="ask"),
    path("vragen/lijkt-op/", asking.similar, name="similar"),
    path("vragen/aan-mij/", routed.index, name="routed"),
    path("vragen/aan-mij/<int:pk>/doorgeven/", routed.passing, name="passing"),
    path("vragen/<int:pk>/voorleggen/", routed.putting, name="putting"),
    path("vragen/meelezen/<int:pk>/", reading.show, name="reading"),
    path("vragen/zonder-naam/", handing.hand_over, name="hand_over"),
    path("vragen/sleutel/", handing.key, name="key"),
    path("vragen/sleutel/andere-woorden/", handing.other_words, name="key_words"),
    path("vragen/sleutel/moderator/", handing.to_moderators, name="key_moderators"),
    path("vragen/sleutel/terugnemen/", handing.taking_back, name="key_taking_back"),
    path("vragen/sleutel/doorgeven/", handing.word, name="key_word"),
    path("vragen/sleutel/hielp/", key_deciding.acceptance, name="key_acceptance"),
    path("vragen/sleutel/sluiting/", key_deciding.closing, name="key_closing"),
    path("vragen/sleutel/opbrengst/", key_deciding.outcome, name="key_outcome"),
    path("vragen/overdracht/", guiding.index, name="handovers"),
    path("vragen/overdracht/<uuid:pk>/", guiding.show, name="handover"),
    path("vragen/overdracht/<uuid:pk>/terug/", guiding.sending_back, name="sending_back"),
    path("vragen/overdracht/woord/<uuid:pk>/", guiding.word, name="word"),
    path("vragen/<int:pk>-<slug:slug>/", pages.show, name="show"),
    path("vragen/<int:pk>/antwoorden/", answering.add, name="answer"),
    path("vragen/<int:pk>/bewerken/", answering.edit, name="edit"),
    path("vragen/<int:pk>/hielp/", deciding.acceptance, name="acceptance"),
    path("vragen/<int:pk>/sluiting/", deciding.closing, name="closing"),
    path("vragen/<int:pk>/opbrengst/", deciding.outcome, name="outcome"),
    path("vragen/<int:pk>/weghalen/", deciding.retraction, name="retraction"),
    path("vragen/antwoorden/<int:pk>/bewerken/", answering.edit_answer, name="edit_answer"),
    path(
        "vragen/antwoorden/<int:pk>/weghalen/", deciding.answer_retraction, name="answer_retraction"
    ),
]
