"""Addresses of the editors' desk."""

from django.urls import path

from learnt.web.curation.views import asks, coding, desk, merge, review, takedown, told, upload

app_name = "curation"
ONE = "reviews/<slug:slug>/"
ASK = f"{ONE}recommendations/<str:record>/"
urlpatterns = [
    path("", desk.desk, name="desk"),
    path("problems/", desk.problems, name="problems"),
    path("problems/<int:problem_id>/settle/", desk.settle, name="settle"),
    path("upload/", upload.upload, name="upload"),
    path("upload/<int:upload_id>/", upload.progress, name="upload-progress"),
    path("upload/<int:upload_id>/resume/", upload.resume, name="upload-resume"),
    path("upload/<int:upload_id>/give-up/", upload.give_up, name="upload-give-up"),
    path("compare/", desk.compare, name="compare"),
    path(ONE, review.review, name="review"),
    path(f"{ONE}name/", review.name, name="name"),
    path(f"{ONE}name/<int:name_id>/forget/", review.forget_name, name="forget-name"),
    path(f"{ONE}summary/", told.summary, name="summary"),
    path(f"{ONE}about/", told.about, name="about"),
    path(f"{ONE}labels/", told.labels, name="labels"),
    path(f"{ONE}pseudonym/", told.pseudonym, name="pseudonym"),
    path(f"{ONE}history/", review.history, name="history"),
    path(f"{ONE}undo/", review.undo, name="undo"),
    path(f"{ONE}publish/", review.publish, name="publish"),
    path(f"{ONE}withdraw/", review.withdraw, name="withdraw"),
    path(f"{ONE}restrict/", review.restrict, name="restrict"),
    path(f"{ONE}merge/<slug:with_slug>/", merge.merge, name="merge"),
    path(f"{ONE}take-apart/", merge.take_apart, name="take-apart"),
    path(f"{ONE}takedown/", takedown.takedown, name="takedown"),
    path(f"{ONE}code/", coding.code, name="code"),
    path(f"{ONE}add/", asks.add, name="add"),
    path(ASK, asks.ask, name="ask"),
    path(f"{ASK}picture/<int:file_id>/<int:page>.png", asks.picture, name="picture"),
    path(f"{ASK}accept/", asks.accept, name="accept"),
    path(f"{ASK}correct/", asks.correct, name="correct"),
    path(f"{ASK}themes/", asks.themes, name="themes"),
    path(f"{ASK}drop/", asks.drop, name="drop"),
    path(f"{ASK}join/", asks.join, name="join"),
    path(f"{ASK}split/", asks.split, name="split"),
]
