"""Addresses of the sites that showed cables before, kept alive; `old_addresses.py` reads them."""

from django.urls import re_path

from cables.addresses.old import FORMS
from cables.views.old_addresses import old_address

urlpatterns = [re_path(rf"^{form.path}\Z", old_address) for form in FORMS]
