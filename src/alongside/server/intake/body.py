"""The JSON that the intake page sends."""

import json
from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest


def read_body(request: HttpRequest) -> Mapping[str, Any]:
    """The object that was sent; {} where it is none."""
    try:
        sent = json.loads(request.body)
    except (ValueError, RecursionError):
        return {}
    return sent if isinstance(sent, dict) else {}
