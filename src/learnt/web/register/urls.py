"""Addresses of the case register."""

from django.urls import path

from learnt.web.register.views import cases, doubles, facts, files, people

app_name = "register"
ONE = "cases/<int:number>/"
REVIEW = "reviews/<slug:slug>/"
PERSON = f"{ONE}<str:table>/<int:key>/"
urlpatterns = [
    path("", cases.cases, name="cases"),
    path("add/", cases.add, name="add"),
    path("upload/", files.upload, name="upload"),
    path("doubles/", doubles.doubles, name="doubles"),
    path("download/", files.download, name="download"),
    path("download/<str:name>", files.file, name="file"),
    path(ONE, cases.case, name="case"),
    path(f"{ONE}change/", cases.change, name="change"),
    path(f"{ONE}remove/", cases.remove, name="remove"),
    path(f"{ONE}link/", cases.link, name="link"),
    path(f"{ONE}unlink/", cases.unlink, name="unlink"),
    path(REVIEW, facts.facts, name="facts"),
    path(f"{REVIEW}case/", facts.make, name="make"),
    path(f"{REVIEW}answers/", facts.answers, name="answers"),
    path(f"{ONE}<str:table>/add/", people.add, name="add-person"),
    path(f"{PERSON}change/", people.change, name="change-person"),
    path(f"{PERSON}remove/", people.remove, name="remove-person"),
]
