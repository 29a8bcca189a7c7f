"""Tags for what Vite built, the bar of pages, and names."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.server.site.routes import allows

register = template.Library()
STATIC = Path(__file__).parent.parent / "static"
PAGES = (
    ("dispatch", "console", "Console"), ("intake_new", "intake", "New call"), ("field", "field", "My unit"),
    ("places", "facility", "Places"),
    ("follow_up", "follow_up", "Follow-up"), ("cases", "cases", "Cases"), ("outcomes", "outcomes", "Outcomes"),
    ("to_sign", "to_sign", "To sign"), ("registry", "registry", "Registry"), ("threats", "threat", "Threats"),
    ("measures", "measures", "Measures"), ("plan", "plan", "Planning"), ("policy", "policy", "Policy"), ("roster", "roster", "Roster"),
    ("shift", "shift_change", "Shift"), ("history", "history", "History"), ("staff", "staff", "Staff"),
    ("sharing", "sharing", "Privacy"), ("glass", "glass", "Emergency access"), ("rights", "rights", "Accounting"),
    ("linkage", "linkage", "Same person?"), ("records", "custodian", "Records"), ("audit", "audit", "Audit"),
    ("directory", "directory", "Directory"), ("referrals", "referral", "Referrals"), ("referred", "referred", "Referrals"),
    ("ways", "way", "Who has whom"),
)  # fmt: skip


@lru_cache(maxsize=1)
def read_manifest(changed_at: int) -> dict[str, Any]:
    """What the page build made, by entry name."""
    path = find_manifest()
    chunks: dict[str, Any] = json.loads(path.read_text()) if path else {}
    return {chunk.get("name", key): chunk for key, chunk in chunks.items() if chunk.get("isEntry")} | {"": chunks}


def find_manifest() -> Path | None:
    """The build's manifest, or None before the first build."""
    found = (STATIC / "built" / name for name in ("manifest.json", ".vite/manifest.json"))
    return next((path for path in found if path.exists()), None)


@register.simple_tag
def entry(name: str) -> SafeString:
    """Script and styles of one entry point."""
    path = find_manifest()
    chunk = read_manifest(path.stat().st_mtime_ns).get(name) if path else None
    if chunk is None:
        return SafeString("")
    everything = read_manifest(path.stat().st_mtime_ns)[""] if path else {}
    files = [css for part in (chunk, *(everything[key] for key in chunk.get("imports", ()))) for css in part.get("css", ())]
    styles = format_html_join("\n", '<link rel="stylesheet" href="/static/built/{}">', ((css,) for css in dict.fromkeys(files)))
    if chunk["file"].endswith(".css"):
        return format_html('<link rel="stylesheet" href="/static/built/{}">', chunk["file"])
    return format_html('{}\n<script type="module" src="/static/built/{}"></script>', styles, chunk["file"])


@register.simple_tag
def asset(name: str) -> str:
    """The address of a file under static/."""
    return f"/static/{name}"


@register.simple_tag(takes_context=True)
def navigation(context: template.Context) -> SafeString:
    """Links to the pages this role may see and this deployment has."""
    here = context["request"].path
    links = []
    for name, what, label in PAGES:
        if allows(context.get("actor"), what):
            try:
                address = reverse(name)
            except NoReverseMatch:
                continue
            links.append((address, SafeString(' aria-current="page"') if here.startswith(address) else "", _(label)))
    return format_html_join(" ", '<a href="{}"{}>{}</a>', links)


@register.simple_tag(takes_context=True)
def seat_name(context: template.Context, seat: str) -> str:
    """What a seat is called."""
    names = context["deployment"].names
    units = {unit.id: unit.call_sign for unit in names.profile.units}
    if seat in units:
        return units[seat]
    return names.facility(seat) if seat in names.profile.rules.facilities else names.label(f"desk.{seat}", get_language() or "en")
