"""Addresses of this room."""

from django.urls import path

from leerkring.practice.commitments.views import lists, looking, making

app_name = "commitments"
urlpatterns = [
    path("voornemens/", lists.index, name="list"),
    path("voornemens/nieuw/", making.new, name="new"),
    path("voornemens/<int:pk>/", looking.show, name="show"),
    path("voornemens/<int:pk>/terugkijken/", looking.looking_back, name="looking_back"),
    path("voornemens/<int:pk>/bewerken/", making.edit, name="edit"),
    path("voornemens/<int:pk>/weghalen/", making.removal, name="removal"),
]
