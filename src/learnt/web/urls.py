"""Every address of the library."""

from django.urls import include, path

urlpatterns = [
    path("", include("learnt.web.catalogue.urls")),
    path("account/", include("learnt.web.accounts.urls")),
    path("desk/", include("learnt.web.curation.urls")),
]
handler400 = "learnt.web.errors.bad_request"
handler403 = "learnt.web.errors.forbidden"
handler404 = "learnt.web.errors.not_found"
handler500 = "learnt.web.errors.failed"
