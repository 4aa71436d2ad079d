"""Addresses of alerts."""

from django.urls import path

from learnt.web.feeds.alerts import views

app_name = "alerts"
urlpatterns = [
    path("", views.alerts, name="alerts"),
    path("<int:alert_id>/remove/", views.remove, name="remove"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
