"""An identity provider as an agency has one: allauth's own, in a process of its own. ``python -m … PORT CLIENT_PORT``"""

import sys
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

CLIENT, SECRET, WORDS = "alongside", "known to both ends 41", "long enough to guess 7"


def settings_of(port: int) -> dict[str, Any]:
    """Django's settings: everything in memory, one process."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    apps = ["auth", "contenttypes", "sessions", "messages"]
    middleware = [
        "sessions.middleware.Session",
        "middleware.csrf.CsrfView",
        "contrib.auth.middleware.Authentication",
        "contrib.messages.middleware.Message",
    ]
    return {
        "SECRET_KEY": "for this process only " * 3,
        "ALLOWED_HOSTS": ["127.0.0.1"],
        "ROOT_URLCONF": __name__,
        "DATABASES": {
            "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": "file:provider?mode=memory&cache=shared", "OPTIONS": {"uri": True}}
        },
        "INSTALLED_APPS": [*(f"django.contrib.{app}" for app in apps), "allauth", "allauth.account", "allauth.idp.oidc"],
        "MIDDLEWARE": [
            *(f"django.{name if name.startswith(('middleware', 'contrib')) else 'contrib.' + name}Middleware" for name in middleware),
            "allauth.account.middleware.AccountMiddleware",
        ],
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        "django.contrib.messages.context_processors.messages",
                    ]
                },
            }
        ],
        "AUTHENTICATION_BACKENDS": ["allauth.account.auth_backends.AuthenticationBackend"],
        "SESSION_COOKIE_NAME": "provider_session",
        "CSRF_COOKIE_NAME": "provider_csrf",
        "ACCOUNT_EMAIL_VERIFICATION": "none",
        "IDP_OIDC_PRIVATE_KEY": pem.decode(),
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
    }


class Quiet(WSGIRequestHandler):
    """Says nothing of each request."""

    def log_message(self, *told: Any) -> None:
        """Nothing."""


def main(port: int, client_port: int) -> None:
    """Tables, people and one client; then serve."""
    import django
    from django.conf import settings

    settings.configure(**settings_of(port))
    django.setup()
    from allauth.idp.oidc.models import Client
    from django.contrib.auth import get_user_model
    from django.core.management import call_command
    from django.core.wsgi import get_wsgi_application

    call_command("migrate", verbosity=0)
    for name in ("p-provided", "nobody-here", "q-bound", "b-provided"):
        get_user_model().objects.create_user(name, password=WORDS)
    back = f"http://127.0.0.1:{client_port}/sign-in/oidc/agency/back"
    client = Client(id=CLIENT, name="Alongside", scopes="openid\nprofile\nemail", redirect_uris=back, skip_consent=True)
    client.set_secret(SECRET)
    client.save()
    make_server("127.0.0.1", port, get_wsgi_application(), handler_class=Quiet).serve_forever()


def addresses() -> list[Any]:
    """Made late: Django must be configured first."""
    from django.urls import include, path

    return [path("accounts/", include("allauth.account.urls")), path("", include("allauth.idp.urls"))]


def __getattr__(name: str) -> Any:
    """``urlpatterns``, when Django asks."""
    if name == "urlpatterns":
        return addresses()
    raise AttributeError(name)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
