"""The gallery: every component on one page."""

from django.urls import path

from leerkring.foundation.design import views

app_name = "design"
urlpatterns = [path("", views.gallery, name="gallery")]
