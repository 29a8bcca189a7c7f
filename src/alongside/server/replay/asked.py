"""What is to be replayed, as a command line says it and as one process hands it to the next."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Asked:
    """What is to be replayed, into which new folder. ``wanted`` are classes of the classifier."""

    source: str
    date: date
    program: str
    out: Path
    history: Path | None = None
    wanted: frozenset[str] = frozenset({"behavioural"})
    seed: int = 1


def write(asked: Asked) -> str:
    """As one line of JSON."""
    told: dict[str, Any] = {**asdict(asked), "wanted": sorted(asked.wanted)}
    return json.dumps(told, default=str)


def read(text: str) -> Asked:
    """The reverse of :func:`write`."""
    told = json.loads(text)
    history = Path(told["history"]) if told["history"] else None
    more = {"date": date.fromisoformat(told["date"]), "out": Path(told["out"]), "history": history, "wanted": frozenset(told["wanted"])}
    return Asked(**{**told, **more})
