"""The report of a day as files."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from alongside.server.replay.page import write_page

NAME = "report.html"


def keep(figures: Mapping[str, Any], out: Path) -> Path:
    """``report.json`` and ``report.html`` in ``out``; the page's path."""
    (out / "report.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    (out / NAME).write_text(write_page(figures), encoding="utf-8")
    return out / NAME
