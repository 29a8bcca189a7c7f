"""A button that asks: what a template needs to draw it, and the page to send it."""

import json
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Action:
    """One request with its fields filled in. ``tone`` is "", "main" or "danger"; ``key`` keeps the focus across updates."""

    ask: str
    label: str
    body: str
    tone: str = ""
    key: str = field(default="", compare=False)


def action(kind: str, label: str, tone: str = "", **body: Any) -> Action:
    """An :class:`Action`; its key is the request and its first field, so the same button stays the same button."""
    first = next(iter(body.values()), "")
    return Action(kind, str(label), json.dumps(body), tone, f"{kind}-{first}-{body.get('status', '')}")
