"""Settings of the library, from the environment; safe without any.

`LEARNT_HOME` is the folder that holds the database, the reports and the keys (default: `library` in
the working folder). `LEARNT_ENV=production` asks for `LEARNT_SECRET_KEY`, `LEARNT_SEAL_KEY` and
`LEARNT_HOSTS`, refuses to start without, and serves over HTTPS only. `DATABASE_URL` moves the store
to PostgreSQL.
"""

from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from learnt.web.keys import read_or_make_key

env = environ.Env()
HERE = Path(__file__).resolve().parent
HOME = Path(env.str("LEARNT_HOME", default="library")).absolute()
PRODUCTION = env.str("LEARNT_ENV", default="local") == "production"
DEBUG = env.bool("LEARNT_DEBUG", default=False)

if PRODUCTION:
    if DEBUG:
        raise ImproperlyConfigured("LEARNT_DEBUG must not be set with LEARNT_ENV=production")
    for _name in ("LEARNT_SECRET_KEY", "LEARNT_SEAL_KEY", "LEARNT_HOSTS"):
        if not env.str(_name, default=""):
            raise ImproperlyConfigured(f"LEARNT_ENV=production needs {_name}: set it")
    for _name in ("LEARNT_SECRET_KEY", "LEARNT_SEAL_KEY"):
        if len(env.str(_name)) < 50:
            raise ImproperlyConfigured(f"{_name} is too short: use 50 characters or more")
    if any("*" in _host or _host.startswith(".") for _host in env.list("LEARNT_HOSTS")):
        raise ImproperlyConfigured("LEARNT_HOSTS must name each host: no wildcard")

SECRET_KEY = env.str("LEARNT_SECRET_KEY", default="") or read_or_make_key(HOME / "secret-key")
SEAL_KEY = env.str("LEARNT_SEAL_KEY", default="") or read_or_make_key(HOME / "seal-key")
ALLOWED_HOSTS = env.list("LEARNT_HOSTS", default=["localhost", "127.0.0.1", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS] if PRODUCTION else []
SITE_NAME = env.str("LEARNT_SITE_NAME", default="Learnt")
SITE_ADDRESS = env.str("LEARNT_SITE_ADDRESS", default="http://127.0.0.1:8000")

INSTALLED_APPS = [
    "learnt.web.accounts",
    "learnt.web.catalogue",
    "learnt.web.curation",
    "learnt.web.register",
    "learnt.web.insight",
    "learnt.web.dataset",
    "learnt.web.feeds",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "crispy_forms",
    "crispy_forms_gds",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "learnt.web.referrer.forms_tell_us",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "learnt.web.errors.only_by_button",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "learnt.web.urls"
WSGI_APPLICATION = "learnt.web.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "learnt.web.context.site",
            ],
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = ["gds"]
CRISPY_TEMPLATE_PACK = "gds"

DATABASES: dict[str, dict[str, Any]] = {
    "default": env.db_url("DATABASE_URL", default=f"sqlite:///{HOME / 'library.sqlite3'}")
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MEDIA_ROOT = HOME / "reports"
"""Where reports are kept. Nothing there has an address: views read it and check who asks."""

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
_CHECKS = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {"NAME": f"{_CHECKS}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_CHECKS}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_CHECKS}.CommonPasswordValidator"},
]
LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "catalogue:home"
LOGOUT_REDIRECT_URL = "catalogue:home"
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "accounts/locked.html"
AXES_CLIENT_IP_CALLABLE = "learnt.web.accounts.whence.address_of"
AXES_VERBOSE = False

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
_COLLECTED = (STATIC_ROOT / "staticfiles.json").exists()
_STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": _STATIC
        if _COLLECTED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
"""`learnt library init` collects styles and scripts under names that hold their hash, compressed."""
STATICFILES_DIRS = [("learnt", HERE / "static" / "learnt"), ("govuk", HERE / "build" / "assets")]
WHITENOISE_USE_FINDERS = not _COLLECTED
WHITENOISE_AUTOREFRESH = DEBUG

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 8 * 3600
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "learnt.web.errors.not_ours"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SILENCED_SYSTEM_CHECKS = ["security.W021"]
"""Whether browsers list the domain beforehand is for the owner of the domain to decide."""
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
if PRODUCTION and env.bool("LEARNT_BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

CACHES = {"default": env.cache_url("CACHE_URL", default="locmemcache://")}
API_RATE = env.int("LEARNT_API_RATE", default=120)
"""Requests a minute that a program may send to the API; each process counts its own without CACHE_URL."""

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True
EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("LEARNT_FROM", default="learnt@localhost")
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
