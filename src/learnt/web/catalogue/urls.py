"""Addresses of the public pages."""

from django.urls import path, re_path

from learnt.web.catalogue.views import (
    about,
    agencies,
    home,
    places,
    repeats,
    reviews,
    search,
    sitemap,
    themes,
)

app_name = "catalogue"
ID = r"[\w.&'()-]+"
urlpatterns = [
    path("", home.home, name="home"),
    path("search/", search.find, name="search"),
    path("search/similar/<str:key>/", search.similar, name="similar"),
    re_path(r"^search/found\.(?P<form>csv|xlsx|json)$", search.download, name="search-download"),
    path("reviews/", reviews.reviews, name="reviews"),
    path("reviews/<slug:slug>/", reviews.review, name="review"),
    re_path(
        r"^reviews/(?P<slug>[-\w]+)\.(?P<form>csv|json)$", reviews.download, name="review-download"
    ),
    path("agencies/", agencies.agencies, name="agencies"),
    re_path(rf"^agencies/(?P<agency_id>{ID})/$", agencies.agency, name="agency"),
    path("themes/", themes.themes, name="themes"),
    path("themes/<slug:theme_id>/", themes.theme, name="theme"),
    path("partnerships/", places.partnerships, name="partnerships"),
    path("partnerships/<slug:partnership_id>/", places.partnership, name="partnership"),
    path("regions/<slug:slug>/", places.region, name="region"),
    path("repeats/", repeats.repeats, name="repeats"),
    path("repeats/<slug:key>/", repeats.repeat, name="repeat"),
    path("about/<slug:page>/", about.about, name="about"),
    path("problem/", about.problem, name="problem"),
    path("robots.txt", sitemap.robots, name="robots"),
    path("sitemap.xml", sitemap.sitemap, name="sitemap"),
]
