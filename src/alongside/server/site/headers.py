"""What every answer tells browsers, on Django's pages and on the thin path alike."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest

HSTS = "max-age=31536000; includeSubDomains"
# Nothing here films, listens, pays or asks the browser where it is; passkeys are made and shown by our own pages only.
MAY_USE = ("publickey-credentials-create", "publickey-credentials-get", "fullscreen")
MAY_NOT_USE = (
    "accelerometer", "bluetooth", "browsing-topics", "camera", "display-capture", "geolocation", "gyroscope", "hid", "local-fonts",
    "magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
PERMISSIONS = ", ".join([*(f"{name}=(self)" for name in MAY_USE), *(f"{name}=()" for name in MAY_NOT_USE)])


def standing_headers(behind_tls: bool) -> dict[str, str]:
    """The same on every answer. Only what came by TLS may tell browsers to insist on it."""
    told = {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": PERMISSIONS,
    }
    return {**told, "Strict-Transport-Security": HSTS} if behind_tls else told


class StandingHeaders:
    """Puts them on every page."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], Any]) -> None:
        self.get_response, self.told = get_response, standing_headers(settings.OPTIONS.behind_tls)

    def __call__(self, request: HttpRequest) -> Any:
        response = self.get_response(request)
        for name, value in self.told.items():
            response.headers.setdefault(name, value)
        return response
