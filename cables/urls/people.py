"""The addresses of people; every list of them is a path, which a crawler may follow."""

from django.urls import path, re_path

from cables.views.people import by_country, by_letters, by_role, people
from cables.views.person import person, person_feed, person_json

LETTERS = r"(?P<letters>[a-z]{1,3}|other)"
"""The first letters of a surname; `other` for those that begin with none of A to Z."""
PAGE = r"(?P<page>[1-9][0-9]{0,4})"

urlpatterns = [
    path("people/", people, name="people"),
    re_path(rf"^people/{LETTERS}/$", by_letters, name="people-letters"),
    re_path(rf"^people/{LETTERS}/{PAGE}/$", by_letters, name="people-letters"),
    path("people/country/<slug:country>/", by_country, name="people-country"),
    re_path(rf"^people/country/(?P<country>[-\w]+)/{PAGE}/$", by_country, name="people-country"),
    path("people/role/<slug:role>/", by_role, name="people-role"),
    re_path(rf"^people/role/(?P<role>[-\w]+)/{PAGE}/$", by_role, name="people-role"),
    path("person/<slug:slug>/", person, name="person"),
    path("person/<slug:slug>/feed/", person_feed, name="person-feed"),
    path("person/<slug:slug>.json", person_json, name="person-json"),
]
