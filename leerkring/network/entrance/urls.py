"""Addresses of this room."""

from django.urls import path

from leerkring.network.entrance.views import desk, invitation, join, sign_ins

app_name = "entrance"
urlpatterns = [
    path("meedoen/", join.join, name="join"),
    path("meedoen/code/", join.code, name="code"),
    path("meedoen/aanvraag/", join.request_, name="request"),
    path("meedoen/aanvraag/gedaan/", join.asked, name="asked"),
    path("uitnodiging/<str:token>/", invitation.show, name="invitation"),
    path("uitnodiging/<str:token>/aanname/", invitation.take, name="acceptance"),
    path("toegang/", desk.requests, name="requests"),
    path("toegang/aanvragen/<int:pk>/", desk.request_, name="decision"),
    path("toegang/uitnodigingen/", desk.links, name="links"),
    path("toegang/uitnodigingen/<int:pk>/intrekking/", desk.revocation, name="revocation"),
    path("toegang/domeinen/", desk.domains, name="domains"),
    path("toegang/domeinen/<int:pk>/verwijdering/", desk.domain_removal, name="domain_removal"),
    path("account/sessies/", sign_ins.show, name="sign_ins"),
    path("account/sessies/<int:pk>/afmelding/", sign_ins.end, name="sign_in_end"),
    path("account/sessies/afmelding/", sign_ins.end_all, name="sign_in_end_all"),
]
