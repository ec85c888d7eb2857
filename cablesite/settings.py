"""Settings, all from the environment; the README has a table of every variable.

SITE_URL matters most: its host is allowed, and an https address turns on redirects and HSTS.
"""

import sys
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environ import FileAwareEnv

BASE_DIR = Path(__file__).resolve().parent.parent
env = FileAwareEnv()  # SECRET_KEY_FILE etc. name a file that contains the value
FileAwareEnv.read_env(BASE_DIR / ".env")

# Set by the host

DEBUG = env.bool("DEBUG", default=False)
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "data")))
SEARCH_INDEX = Path(env.str("SEARCH_INDEX", default=str(DATA_DIR / "search")))
SITE_NAME = env.str("SITE_NAME", default="Cable Reading Room")
SITE_URL = env.str("SITE_URL", default="http://localhost:8000").rstrip("/")
CONTACT = env.str("CONTACT", default="")
ROBOTS_AI = env.str("ROBOTS_AI", default="allow")  # or deny: robots.txt then disallows AI crawlers
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default="")  # this and the next make security.txt
SECURITY_EXPIRES = env.str("SECURITY_EXPIRES", default="")

PEOPLE_CORRECTIONS = env.str("PEOPLE_CORRECTIONS", default=str(DATA_DIR / "people.csv"))

SECRET_KEY = env.str("SECRET_KEY", default="")
secret_key_file = DATA_DIR / "secret-key"  # made by `make serve` and the container
if not SECRET_KEY and secret_key_file.is_file():
    SECRET_KEY = secret_key_file.read_text().strip()
if not SECRET_KEY:
    message = (
        "SECRET_KEY is not set. Set it to 50 or more random characters, or set SECRET_KEY_FILE to "
        "a file that contains them. `make serve` and the container create a key automatically."
    )
    raise ImproperlyConfigured(message)

site = urlsplit(SITE_URL)
if site.scheme not in {"http", "https"} or not site.hostname:
    message = (
        f"SITE_URL is {SITE_URL!r}; expected the public address, such as https://cables.example.org"
    )
    raise ImproperlyConfigured(message)
SERVED_BY_HTTPS = site.scheme == "https"
# The container's health check asks 127.0.0.1, so these are always allowed.
ALLOWED_HOSTS = [
    *(site.hostname, "localhost", "127.0.0.1", "[::1]"),
    *env.list("ALLOWED_HOSTS", default=[]),
]

# The application

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_filters",
    "csp",
    "cables",
]
MIDDLEWARE = [
    "cables.middleware.ReadOnlyMiddleware",  # first: nothing after it ever gets a POST
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "csp.middleware.CSPMiddleware",
    "cables.middleware.PublicCacheMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",  # unused: no form here posts
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "cablesite.urls"
WSGI_APPLICATION = "cablesite.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "context_processors": ["cables.context_processors.site"],
            "libraries": {},
            "builtins": ["django.templatetags.static", "cables.templatetags.cable_tags"],
        },
    }
]
APPEND_SLASH = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
LANGUAGE_CODE = "en-us"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

# The database. The web process opens it read-only (see wsgi.py); commands may write.

DATABASES = {
    "default": env.db("DATABASE_URL", default=f"sqlite:///{DATA_DIR / 'cables.sqlite3'}"),
}
READ_ONLY = env.bool("READ_ONLY", default=False)
database = DATABASES["default"]
if database["ENGINE"] == "django.db.backends.sqlite3":
    if READ_ONLY:
        database["NAME"] = f"file:{quote(str(database['NAME']))}?mode=ro"
        database["OPTIONS"] = {"timeout": 20}
    else:  # WAL lets readers read while a load writes
        database["OPTIONS"] = {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        }
else:
    database["CONN_MAX_AGE"] = 60
    database["CONN_HEALTH_CHECKS"] = True  # else each thread fails once after the server restarts
    if READ_ONLY:
        database.setdefault("OPTIONS", {})["options"] = "-c default_transaction_read_only=on"

# Static files: hashed names, compressed in advance, cached forever

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env.str("STATIC_ROOT", default=str(DATA_DIR / "static")))
HASHED_STATIC_FILES = not DEBUG and "pytest" not in sys.modules
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "cablesite.storage.HashedStaticFilesStorage"
        if HASHED_STATIC_FILES
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Security: no cookies, nothing from third parties, no frames, no posts

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],  # filters update the list without reloading
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_SSL_REDIRECT = SERVED_BY_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # the container's health check uses plain HTTP
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SERVED_BY_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SERVED_BY_HTTPS
SECURE_HSTS_PRELOAD = SERVED_BY_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_SECURE = True

# Logs go to standard error, where the container's host collects them

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "none": {"class": "logging.NullHandler"},
    },
    # Anyone can send a wrong Host: a 400 is enough, and each would log a traceback.
    "loggers": {
        "django.security.DisallowedHost": {"handlers": ["none"], "propagate": False},
        "django.request": {"level": "ERROR"},  # a 404 is not worth logging
    },
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
}
