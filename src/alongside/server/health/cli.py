"""``alongside health``: ask a running server how it is, with the synthetic call it made last."""

import argparse
import json
import sys
import urllib.error
import urllib.request
from collections.abc import Sequence
from typing import Any

WELL, UNWELL = 0, 1


def main(argv: Sequence[str]) -> int:
    """0 where all is well; 1 where something is wrong or nobody answers."""
    ask = argparse.ArgumentParser(prog="alongside health", description="Ask a running server how it is.")
    ask.add_argument("--url", default="http://127.0.0.1:8000", help="address of the server (http://127.0.0.1:8000)")
    ask.add_argument("--json", action="store_true", help="one JSON object")
    told = ask.parse_args(argv)
    seen = look(told.url)
    print(json.dumps(seen) if told.json else describe(seen))
    return WELL if seen["well"] else UNWELL


def look(url: str) -> dict[str, Any]:
    """What /health says; a server that does not answer is not well."""
    try:
        with urllib.request.urlopen(f"{url}/health", timeout=5) as answer:
            return dict(json.load(answer))
    except urllib.error.HTTPError as unwell:
        return dict(json.load(unwell))
    except (OSError, ValueError) as silent:
        return {"well": False, "trouble": f"Nobody answers at {url} ({silent}): start the server, or name its address with --url."}


def describe(seen: dict[str, Any]) -> str:
    """In words."""
    if "head" not in seen:
        return str(seen["trouble"])
    state = "All is well." if seen["well"] else f"Something is wrong: {seen['trouble'] or ', '.join(seen['failing'])}."
    head = f"{seen['head']} facts, the last {seen['head_age_ms'] / 1000:.0f} s old"
    return f"{state} {head}; the synthetic call took {seen['synthetic_ms']} ms; {seen['readers']} consoles listen."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
