"""The WSGI application; its database connection is read-only."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cablesite.settings")
os.environ.setdefault("READ_ONLY", "true")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
