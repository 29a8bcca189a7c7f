"""Just enough HTTP for the thin path: read a request, send an answer with the same headers Django's pages carry."""

from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from http.cookies import CookieError, SimpleCookie
from typing import Any

import msgspec
from django.conf import settings
from django.http.request import split_domain_port, validate_host

from alongside.server.site.asking.malformed import TOO_LARGE, Malformed
from alongside.server.site.headers import standing_headers

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
HERE = ("127.0.0.1", "::1", "")
PASSED_ON = ("x-forwarded-for", "x-forwarded-proto", "forwarded", "x-real-ip", "via")
MOST_BODY_BYTES = 1_000_000
SAFE: tuple[tuple[bytes, bytes], ...] = (
    (b"content-security-policy", b"default-src 'none'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"),
    *((name.lower().encode(), value.encode()) for name, value in standing_headers(settings.OPTIONS.behind_tls).items()),
)
JSON = b"application/json; charset=utf-8"


class Http:
    """One request: headers, cookies, body on demand."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.scope, self._receive, self._send = scope, receive, send
        self.has_begun = False
        self.headers: dict[str, str] = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        self._owes_body = self.headers.get("content-length", "0") != "0" or "transfer-encoding" in self.headers

    @property
    def path(self) -> str:
        """The path without query."""
        return str(self.scope["path"])

    @property
    def method(self) -> str:
        """GET, POST …"""
        return str(self.scope["method"])

    @property
    def cookies(self) -> Mapping[str, str]:
        """Cookies by name; a broken header counts as none."""
        try:
            return {name: morsel.value for name, morsel in SimpleCookie(self.headers.get("cookie", "")).items()}
        except CookieError:
            return {}

    @property
    def language(self) -> str:
        """The language chosen, else the browser's first that we have."""
        chosen = self.cookies.get(settings.LANGUAGE_COOKIE_NAME, "")
        known = [code for code, _ in settings.LANGUAGES]
        wanted = [chosen, *(part.strip()[:2].lower() for part in self.headers.get("accept-language", "").split(","))]
        return next((code for code in wanted if code in known), known[0])

    @property
    def is_from_here(self) -> bool:
        """Whether this machine asks, not somebody elsewhere through a server in front."""
        client = self.scope.get("client") or ("",)
        return client[0] in HERE and not any(name in self.headers for name in PASSED_ON)

    @property
    def has_known_host(self) -> bool:
        """Whether the browser asked for a name this server answers to (a page of elsewhere cannot make it ask for another)."""
        domain, _ = split_domain_port(self.headers.get("host", ""))
        return bool(domain) and validate_host(domain, settings.ALLOWED_HOSTS)

    async def body(self, most: int = MOST_BODY_BYTES) -> bytes:
        """The whole body. Raises ``Malformed`` (413) before reading more than ``most`` bytes."""
        said = int(self.headers.get("content-length") or 0) if self.headers.get("content-length", "0").isdigit() else 0
        parts, size = [], 0
        while True:
            message = await self.receive()
            part = message.get("body", b"")
            size += len(part)
            if max(size, said) > most:
                raise Malformed(TOO_LARGE, 413, "too_large", bytes=max(size, said), most=most)
            parts.append(part)
            if message["type"] == "http.disconnect" or not message.get("more_body"):
                return b"".join(parts)

    async def receive(self) -> Message:
        """The next of what the asker sends."""
        message = await self._receive()
        self._owes_body = self._owes_body and bool(message.get("more_body"))
        return message

    async def send(self, message: Message) -> None:
        """Pass a message on to the ASGI server. Whoever is answered before all of the body was read is told not to ask again on this
        connection: it is closed."""
        if self._owes_body and message["type"] == "http.response.start":
            message = {**message, "headers": [*message["headers"], (b"connection", b"close")]}
        self.has_begun = True
        await self._send(message)

    async def answer(self, status: int, body: bytes, content_type: bytes = JSON, *more: tuple[bytes, bytes]) -> None:
        """Send everything at once."""
        own = {name for name, _ in more}
        safe = [header for header in SAFE if header[0] not in own]
        headers = [(b"content-type", content_type), (b"content-length", str(len(body)).encode()), *safe, *more]
        await self.send({"type": "http.response.start", "status": status, "headers": headers})
        await self.send({"type": "http.response.body", "body": body})

    async def json(self, status: int, data: Any) -> None:
        """Send JSON that nobody keeps."""
        await self.answer(status, msgspec.json.encode(data), JSON, (b"cache-control", b"no-store"))
