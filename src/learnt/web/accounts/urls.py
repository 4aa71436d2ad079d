"""Addresses of accounts."""

from django.contrib.auth import views as auth
from django.urls import path

from learnt.web.accounts import views

app_name = "accounts"
urlpatterns = [
    path("", views.account, name="account"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", auth.LogoutView.as_view(), name="sign-out"),
    path("password/", views.password, name="password"),
    path("second-step/", views.second, name="second"),
    path("second-step/off/", views.second_off, name="second-off"),
    path("people/", views.people, name="people"),
    path("people/<int:grant_id>/revoke/", views.revoke, name="revoke"),
    path("people/invitations/<int:number>/withdraw/", views.withdraw, name="withdraw"),
    path("invitation/<str:token>/", views.accept, name="accept"),
]
