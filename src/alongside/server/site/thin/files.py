"""GET /static/…: scripts, styles and icons, with the types browsers insist on and headers that let them keep what never changes."""

import asyncio
import mimetypes
from pathlib import Path

from alongside.server.site.thin.guard import refuse
from alongside.server.site.thin.http import Http
from alongside.server.site.thin.sentences import NO_SUCH

STATIC = (Path(__file__).parent.parent / "static").resolve()
PREFIX = "/static/"
TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".json": "application/json",
    ".geojson": "application/geo+json",
    ".woff2": "font/woff2",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
FOR_EVER, FOR_NOW = b"public, max-age=31536000, immutable", b"no-cache"
WORKERS = (
    b"content-security-policy",
    b"default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
)  # a worker obeys the policy its own script came with
HASHED = "built/assets/"
REMEMBERED_BYTES = 8_000_000
_kept: dict[tuple[str, int], bytes] = {}


def find_file(path: str) -> Path | None:
    """The file of that address, never one outside the folder; None, too, for what cannot be the name of a file."""
    try:
        found = (STATIC / path).resolve()
        return found if found.is_relative_to(STATIC) and found.is_file() else None
    except (OSError, ValueError):  # longer than any name, or with a NUL in it
        return None


def type_of(path: Path) -> str:
    """The media type; text in UTF-8."""
    kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "javascript")) else kind


def read(path: Path, changed_at: int) -> bytes:
    """The bytes, remembered while the file stays as it is."""
    key = (str(path), changed_at)
    if key not in _kept:
        if sum(map(len, _kept.values())) > REMEMBERED_BYTES:
            _kept.clear()
        _kept[key] = path.read_bytes()
    return _kept[key]


async def serve_static(http: Http) -> None:
    """One file."""
    name = http.path.removeprefix(PREFIX)
    path = find_file(name)
    if path is None:
        await refuse(http, 404, "not_found", NO_SUCH)
        return
    changed_at = path.stat().st_mtime_ns
    tag = f'"{changed_at:x}"'.encode()
    keep = (b"cache-control", FOR_EVER if name.startswith(HASHED) else FOR_NOW)
    if http.headers.get("if-none-match", "").encode() == tag:
        await http.answer(304, b"", type_of(path).encode(), keep, (b"etag", tag))
        return
    body = await asyncio.to_thread(read, path, changed_at)
    policy = (WORKERS,) if "javascript" in type_of(path) else ()
    await http.answer(200, b"" if http.method == "HEAD" else body, type_of(path).encode(), keep, (b"etag", tag), *policy)
