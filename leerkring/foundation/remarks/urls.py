"""Addresses of this room."""

from django.urls import path

from leerkring.foundation.remarks.views import left, remarks, thanks

app_name = "remarks"
urlpatterns = [
    path("reacties/achtergelaten/", left.index, name="left"),
    path("reacties/<int:pk>/", remarks.edit, name="edit"),
    path("reacties/<int:pk>/weghalen/", remarks.remove, name="removal"),
    path("reacties/<str:about>/<str:about_id>/", remarks.add, name="add"),
    path("dank/<str:about>/<str:about_id>/", thanks.thank, name="thanks"),
]
