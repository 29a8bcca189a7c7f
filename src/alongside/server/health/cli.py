"""``alongside health``: ask a running server how it is, and try a synthetic call from first ring to follow-up on a ledger of its own."""

import argparse
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

TIMEOUT_S = 10
WORKS = "works"  # what a server says of an audit that does
SILENT = "silent"  # … and, with a time, of a virus scanner that does not answer


def main(argv: Sequence[str]) -> int:
    """0 when all is well, 1 when something is not or the audit fails or the virus scanner is silent, 2 when nobody answers."""
    ask = argparse.ArgumentParser(prog="alongside health", description=(__doc__ or "").replace("``", ""))
    ask.add_argument("--url", default="http://127.0.0.1:8000", help="address of the server (http://127.0.0.1:8000)")
    ask.add_argument("--json", action="store_true", help="print what the server said as it is")
    told = ask.parse_args(list(argv))
    try:
        seen = read_health(told.url)
    except (OSError, ValueError) as trouble:
        sys.stderr.write(f"No server answers at {told.url}: {trouble}. Start one with ./dev up, or name another with --url.\n")
        return 2
    print(json.dumps(seen) if told.json else "\n".join(f"{name.replace('_', ' '):<16} {value}" for name, value in seen.items()))
    is_silent = str(seen.get("scanner", "")).startswith(SILENT)
    return 0 if seen.get("well") and seen.get("audit", WORKS) == WORKS and not is_silent else 1


def read_health(url: str) -> dict[str, Any]:
    """What /health says. Raises ``OSError`` where nobody answers, ``ValueError`` where the answer is not a server of ours."""
    asked = urllib.request.Request(f"{url.rstrip('/')}/health", headers={"Accept": "application/json"})
    try:
        with urllib.request.urlopen(asked, timeout=TIMEOUT_S) as response:
            text = response.read()
    except urllib.error.HTTPError as unwell:
        text = unwell.read()
    seen: dict[str, Any] = json.loads(text)
    return seen
