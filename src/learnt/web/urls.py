"""Every address of the library."""

from django.urls import include, path

urlpatterns = [
    path("", include("learnt.web.catalogue.urls")),
    path("api/v1/", include("learnt.web.api.urls")),
    path("data/", include("learnt.web.dataset.urls")),
    path("feeds/", include("learnt.web.feeds.urls")),
    path("account/alerts/", include("learnt.web.feeds.alerts.urls")),
    path("account/", include("learnt.web.accounts.urls")),
    path("desk/register/", include("learnt.web.register.urls")),
    path("desk/reports/", include("learnt.web.insight.urls")),
    path("desk/", include("learnt.web.curation.urls")),
]
handler400 = "learnt.web.errors.bad_request"
handler403 = "learnt.web.errors.forbidden"
handler404 = "learnt.web.errors.not_found"
handler500 = "learnt.web.errors.failed"
