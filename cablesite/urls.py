"""The site's addresses: the room's own, and the pages for when something is amiss."""

from django.urls import include, path

urlpatterns = [path("", include("cables.urls"))]

handler400 = "cables.views.errors.bad_request"
handler404 = "cables.views.errors.not_found"
handler500 = "cables.views.errors.server_error"
