"""Addresses of circles."""

from django.urls import include, path
from django.views.decorators.http import require_safe

from leerkring.network.circles.views import circles, entry, inspections, inviting, people

app_name = "circles"
of_one = [
    path("", require_safe(circles.show), name="show"),
    path("instellingen/", circles.settings, name="settings"),
    path("sluiting/", circles.end, name="closing"),
    path("heropening/", circles.again, name="reopening"),
    path("leden/", require_safe(people.index), name="people"),
    path("leden/<int:membership_id>/rol/", people.role, name="role"),
    path("leden/<int:membership_id>/einde/", people.end, name="membership_end"),
    path("geluid/", people.loudness, name="loudness"),
    path("vertrek/", people.leave, name="leave"),
    path("meedoen/", entry.join, name="join"),
    path("meedoen/bedankt/", entry.decline, name="decline"),
    path("aanmeldingen/", require_safe(inviting.requests), name="requests"),
    path("aanmeldingen/<int:request_id>/besluit/", inviting.decision, name="decision"),
    path("uitnodigen/", require_safe(inviting.invitations), name="invitations"),
    path("uitnodigen/mensen/", inviting.invite, name="invite"),
    path("uitnodigen/<int:invitation_id>/einde/", inviting.invitation_end, name="invitation_end"),
    path("uitnodigen/links/", inviting.doorway_new, name="doorway_new"),
    path("uitnodigen/links/<int:doorway_id>/einde/", inviting.doorway_end, name="doorway_end"),
]
urlpatterns = [
    path("werkgroepen/", require_safe(circles.index), name="list"),
    path("werkgroepen/nieuw/", circles.new, name="new"),
    path("werkgroepen/binnen/<str:token>/", entry.doorway, name="doorway"),
    path("werkgroepen/<int:pk>/inzage/", inspections.ask, name="inspection"),
    path("werkgroepen/<int:pk>/overname/", inspections.takeover, name="takeover"),
    path("werkgroepen/zonder-begeleider/", require_safe(inspections.unguided), name="unguided"),
    path("werkgroepen/<int:pk>-<slug:slug>/", include(of_one)),
]
