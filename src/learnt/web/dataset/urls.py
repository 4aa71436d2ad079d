"""Addresses of the dataset."""

from django.urls import re_path

from learnt.web.dataset.views import download

app_name = "dataset"
urlpatterns = [
    re_path(r"^learnt-dataset\.(?P<form>zip|xlsx)$", download, name="download"),
]
