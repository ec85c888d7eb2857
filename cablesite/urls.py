"""Root URLs: those of the application, and the error pages."""

from django.urls import include, path

urlpatterns = [path("", include("cables.urls"))]

handler400 = "cables.views.errors.bad_request"
handler404 = "cables.views.errors.not_found"
handler500 = "cables.views.errors.server_error"
