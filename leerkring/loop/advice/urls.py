"""Addresses of the training advice."""

from django.urls import path

from leerkring.loop.advice.views import advice, catalogue

app_name = "advice"
urlpatterns = [
    path("programmas/<int:pk>-<slug:slug>/advies/", advice.show, name="show"),
    path("programmas/<int:pk>-<slug:slug>/advies/opstellen/", advice.give, name="giving"),
    path("programmas/<int:pk>-<slug:slug>/advies/aanbod/", catalogue.take_in, name="catalogue"),
    path("programmas/<int:pk>-<slug:slug>/advies.pdf", advice.pdf, name="pdf"),
    path("programmas/<int:pk>-<slug:slug>/advies.csv", advice.csv, name="csv"),
]
