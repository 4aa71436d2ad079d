"""Addresses of the overview reports."""

from django.urls import path

from learnt.web.insight import views

app_name = "insight"
ONE = "<int:number>/"
urlpatterns = [
    path("", views.reports, name="reports"),
    path("add/", views.add, name="add"),
    path(ONE, views.report, name="report"),
    path(f"{ONE}change/", views.change, name="change"),
    path(f"{ONE}words/", views.words, name="words"),
    path(f"{ONE}remove/", views.remove, name="remove"),
    path(f"{ONE}<str:use>.<str:form>", views.file, name="file"),
]
