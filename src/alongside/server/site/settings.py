"""Django's settings. Nothing here is for an agency to edit: what differs comes from the options the server was started with."""

from pathlib import Path

from alongside.ledger.crypto import choose_mode
from alongside.server.people.provider_settings import describe_provider
from alongside.server.people.rules import read_rules
from alongside.server.site.catalogue import compile_catalogues
from alongside.server.site.keys import get_secret
from alongside.server.site.options import read_options
from alongside.server.site.own_sqlite import swap
from alongside.server.site.side_database import side_database

swap()
OPTIONS = read_options()
SIGN_IN = read_rules(OPTIONS.data, OPTIONS.live)
HERE = Path(__file__).parent

DEBUG = False
SECRET_KEY = get_secret(OPTIONS.data)
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", *OPTIONS.hosts]
DATABASES = {"default": side_database(OPTIONS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ROOT_URLCONF = "alongside.server.site.urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "alongside.server.people",
    "alongside.server.site",
    "alongside.server.dispatch",
    "alongside.server.intake",
    "alongside.server.history",
    "alongside.server.field",
    "alongside.server.handoff",
    "alongside.server.follow_up",
    "alongside.server.roster",
    "alongside.server.supervised",
]
MIDDLEWARE = [
    "alongside.server.site.headers.StandingHeaders",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.server.site.middleware.ActorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": sorted(HERE.parent.glob("*/templates")),  # each stage keeps its own
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "alongside.server.site.middleware.page_context",
            ]
        },
    }
]
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# Words and times
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [OPTIONS.data / "catalogues"]
compile_catalogues(HERE.parent / "locale", LOCALE_PATHS[0])
USE_I18N = USE_TZ = True
TIME_ZONE = "UTC"
# A cookie of that prefix is taken by browsers only over TLS and from this very host, so no other host can plant one.
OWN_HOST = "__Host-" if OPTIONS.behind_tls else ""
LANGUAGE_COOKIE_NAME = f"{OWN_HOST}django_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SECURE = OPTIONS.behind_tls

# Sign-in (docs/decisions/0023-sign-in.md). One policy locks accounts, ours (people/lockout.py); allauth's own limits are off.
ACCOUNT_ADAPTER = "alongside.server.people.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*"]
ACCOUNT_EMAIL_VERIFICATION = SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_AUTHENTICATED_LOGIN_REDIRECTS = False
ACCOUNT_RATE_LIMITS = MFA_RATE_LIMITS = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
MFA_ADAPTER = "alongside.server.people.adapters.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not OPTIONS.behind_tls  # a browser gives passkeys to plain HTTP on this machine only
MFA_FORMS = {
    name: f"alongside.server.people.code_forms.{shape}"
    for name, shape in (("authenticate", "CodeForm"), ("reauthenticate", "CodeAgainForm"))
}
SOCIALACCOUNT_ADAPTER = "alongside.server.people.provider.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = describe_provider(SIGN_IN.oidc)
# CJIS wants validated algorithms, so PBKDF2 there; passwords kept the other way are rewritten at their next use.
PBKDF2, ARGON2 = (f"django.contrib.auth.hashers.{name}PasswordHasher" for name in ("PBKDF2", "Argon2"))
PASSWORD_HASHERS = [PBKDF2, ARGON2] if choose_mode(SIGN_IN.cjis) else [ARGON2, PBKDF2]
# CJIS Security Policy IA-5(1) asks for at least eight characters and a list of common ones that are refused.
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    *({"NAME": f"alongside.server.people.passwords.{name}"} for name in ("NotOfHere", "NotADay", "NotLeaked")),
]
LOGIN_URL = "sign_in"
SESSION_COOKIE_AGE = 12 * 3600  # a shift
SESSION_COOKIE_NAME = f"{OWN_HOST}alongside_session"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = OPTIONS.behind_tls
CSRF_COOKIE_NAME = f"{OWN_HOST}csrftoken"
CSRF_FAILURE_VIEW = "alongside.server.site.pages.csrf_failed"
CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in OPTIONS.hosts if OPTIONS.behind_tls]

# What browsers are told (headers.py), and what they may load
X_FRAME_OPTIONS = "DENY"
if OPTIONS.behind_tls:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
OWN = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": OWN,
        "script-src": OWN,
        "style-src": OWN,
        "worker-src": OWN,
        "connect-src": OWN,
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": OWN,
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": [*OWN, SIGN_IN.oidc.origin] if SIGN_IN.oidc else OWN,
        "frame-ancestors": ["'none'"],
    }
}

# One request body holds at most a long note; more is refused before it is read (thin/bodies.py, too).
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FILES = 0  # no form takes a file; photos and scans: thin/attach.py
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
STATIC_URL = "/static/"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "alongside.server.site.log_lines.Lines"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"alongside": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}
