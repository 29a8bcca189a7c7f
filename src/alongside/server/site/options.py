"""What a server is started with. Handed from the starting process to the serving one through the environment."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

PREFIX = "ALONGSIDE_"


@dataclass(frozen=True, slots=True)
class Options:
    """Every choice of ``alongside.server.up``. ``hosts`` are the names, beside loopback, under which browsers may ask for pages."""

    data: Path
    program: str = "tailored"
    host: str = "127.0.0.1"
    port: int = 8000
    speed: float = 1.0
    quiet: bool = False  # no living city
    world: str = ""  # a planning world that the demo is lived in: a file, or the name of one that was fitted; empty: the deployment's own
    calls: float = 3.0  # times the world's calls ring in the living city: a first look should meet a busy day
    live: bool = False  # a live ledger; False: a demo ledger
    behind_tls: bool = False  # something in front of this server speaks TLS to browsers
    hosts: tuple[str, ...] = ()
    attachment_mb: int = 10  # the largest photo or scan of a paper
    scanner: str = ""  # where a clamd looks at each photo or scan: unix:PATH or a port of this machine; empty: nothing looks
    replay: str = ""  # the day to be replayed and watched (replay/asked.py); empty: none
    database: str = ""  # a PostgreSQL address; empty: SQLite files in ``data``

    @property
    def genesis(self) -> str:
        """The mark a ledger of these options bears."""
        return "live" if self.live else "demo"

    @property
    def is_loopback(self) -> bool:
        """Whether only this machine can reach the server."""
        return self.host in ("127.0.0.1", "::1", "localhost")

    @property
    def ledger(self) -> str | Path:
        """Where the ledger is kept."""
        return self.database or self.data / "ledger.sqlite3"

    def to_environment(self) -> dict[str, str]:
        """These options as environment variables."""
        return {PREFIX + name.upper(): write(value) for name, value in asdict(self).items()}


def write(value: object) -> str:
    """One option as text."""
    if isinstance(value, bool):
        return "1" if value else ""
    return ",".join(value) if isinstance(value, tuple) else str(value)


def read_options(environment: Mapping[str, str] = os.environ) -> Options:
    """The options that stand in the environment; defaults for the rest."""
    read = {
        "data": Path, "speed": float, "calls": float, "port": int, "attachment_mb": int, "quiet": bool, "live": bool, "behind_tls": bool,
        "hosts": lambda text: tuple(part for part in text.split(",") if part),
    }  # fmt: skip
    told = {field.name: environment.get(PREFIX + field.name.upper()) for field in fields(Options)}
    given = {name: read.get(name, str)(text) for name, text in told.items() if text is not None}
    return Options(**{"data": Path("var"), **given})  # type: ignore[arg-type]
