"""Settings. What an installation may choose comes from LEERKRING_… (docs/settings.md)."""

from pathlib import Path

from csp.constants import NONE, SELF

from leerkring.site import environment
from leerkring.site.account_settings import *  # noqa: F403
from leerkring.site.cache_settings import *  # noqa: F403
from leerkring.site.mail_settings import *  # noqa: F403

HOUSE = Path(__file__).resolve().parent.parent
VAR = Path(environment.text("VAR", str(HOUSE.parent / "var"))).absolute()

DEMO = environment.flag("DEMO")
DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.text("SECRET_KEY", "")
if not SECRET_KEY and (DEMO or DEBUG):
    SECRET_KEY = "only-for-a-demo-on-this-machine-" * 2
ALLOWED_HOSTS = environment.listed("HOSTS", "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = environment.listed("ORIGINS", "")
DATABASES = {
    "default": environment.database(
        environment.text("DATABASE", f"sqlite://{VAR / 'leerkring.sqlite3'}")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "leerkring.site",
    "leerkring.loop.newspapers",
    "leerkring.loop.advice",
    "leerkring.loop.programmes",
    "leerkring.practice.reports",
    "leerkring.practice.attendance",
    "leerkring.practice.boards",
    "leerkring.practice.meetings",
    "leerkring.practice.pulses",
    "leerkring.practice.answering",
    "leerkring.practice.gatherings",
    "leerkring.practice.instruments",
    "leerkring.practice.scans",
    "leerkring.practice.commitments",
    "leerkring.practice.agreements",
    "leerkring.practice.dilemmas",
    "leerkring.practice.planning",
    "leerkring.exchange.posts",
    "leerkring.exchange.questions",
    "leerkring.network.circles",
    "leerkring.network.profiles",
    "leerkring.network.figures",
    "leerkring.network.entrance",
    "leerkring.network.themes",
    "leerkring.network.people",
    "leerkring.foundation.dossier",
    "leerkring.foundation.remarks",
    "leerkring.foundation.moderation",
    "leerkring.foundation.calendar",
    "leerkring.foundation.search",
    "leerkring.foundation.notifications",
    "leerkring.foundation.privacy",
    "leerkring.foundation.activity",
    "leerkring.foundation.statements",
    "leerkring.foundation.tables",
    "leerkring.foundation.design",
    "leerkring.foundation.language",
    "leerkring.foundation.files",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_cotton",
    "django_prose_editor",
    "csp",
]
if DEMO:
    INSTALLED_APPS.insert(1, "leerkring.site.demo")

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "leerkring.site.middleware.one_policy",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "leerkring.site.accounts.visits",
    "leerkring.site.signed_out.keep_what_was_typed",
]
ROOT_URLCONF = "leerkring.site.urls"
WSGI_APPLICATION = "leerkring.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "leerkring.site.navigation.navigation",
                "leerkring.site.contact.contact",
            ],
        },
    }
]

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "leerkring.site.passwords.LongEnough",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
CSRF_FAILURE_VIEW = "leerkring.site.signed_out.csrf_failure"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [("fonts", VAR / "fonts" / "web")]
MEDIA_ROOT = VAR / "media"
# What people add lies outside anything a web server hands out; foundation/files serves it.
FILES_ROOT = VAR / "files"
FILES_LIMIT = 25 * 1024 * 1024
FILES_FILM_LIMIT = 250 * 1024 * 1024
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if DEBUG:
    STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage",
    }

SITE_URL = environment.text("URL", "http://127.0.0.1:8000").rstrip("/")
CONTACT = environment.text("CONTACT", "").strip()  # where people reach who runs this site
MAIL_FOLDER = VAR / "mail"  # what the demo catches

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if environment.flag("HTTPS"):
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000

# k: how many answers a published figure rests on at least. Constants of an installation:
# lowering them asks for a new round (docs/decisions/0003-release.md).
K_TEAM = 5
K_PUBLIC = 10
UPLOAD_LIMIT = 25 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_LIMIT
