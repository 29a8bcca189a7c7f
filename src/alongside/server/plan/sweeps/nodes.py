"""The nodes of a Ray: how they are named, what they are told before they start, and what can be wrong with them, a sentence each."""

import os
import re
import socket
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

PORT = 10001  # where a Ray is joined by those that only ask
WAIT_S = 5.0
WRITTEN = re.compile(r"ray://(?P<host>[\w.-]+|\[[\da-fA-F:]+\])(?::(?P<port>\d{1,5}))?/?")
TOKEN = "RAY_AUTH_TOKEN_PATH"
ALWAYS = {
    "RAY_AUTH_MODE": "token",  # nobody lives a sweep, or anything else, on these machines who does not show the token
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody
    "RAY_worker_niceness": "0",  # usual is 15: beside anything else that is busy such a process does not get its turn for minutes
}
SENTENCES = {
    "no_place": "{where} is no place to sweep; write ray://HOST:PORT, as `alongside twin node` says it where the first node runs",
    "no_ray": "a sweep at {where} needs Ray, which is not installed here; install the lock group ray (requirements/ray.lock)",
    "no_token": "there is no token for {where} in {why}; copy it from the first node, which wrote it there, or set RAY_AUTH_TOKEN_PATH",
    "nobody": "nobody answers at {where} ({why}); see that the first node runs (`alongside twin node`) and that this machine may reach it",
    "not_joined": "{where} would not be joined ({why}); the nodes need the Ray, the Python and the token that this machine has",
    "node_failed": "a node of {where} could not do it ({why}); it needs this version of Alongside with the lock groups plan and ray",
    "other_code": "the node {node} of {where} runs other code ({theirs}) than this machine ({ours}), so its figures could be others; "
    "put the same version of Alongside on both",
    "lost": "{where} was lost ({why}); look whether its nodes run, then ask again",
}  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Where a Ray is joined."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"ray://{self.host}:{self.port}"


class CannotSweepThere(ValueError):
    """``code`` is a key of ``SENTENCES``. Whatever parts came back before are kept."""

    def __init__(self, code: str, where: object, **said: object) -> None:
        self.code = code
        super().__init__(SENTENCES[code].format(where=where, **said))


def read_place(said: str) -> Place:
    """Raises :class:`CannotSweepThere` for what names none."""
    found = WRITTEN.fullmatch(said.strip())
    port = int(found["port"] or PORT) if found else 0
    if not found or not 0 < port < 65_536:
        raise CannotSweepThere("no_place", said)
    return Place(found["host"], port)


def must_listen(place: Place) -> None:
    """Ray itself would try for half a minute. Raises :class:`CannotSweepThere`."""
    try:
        socket.create_connection((place.host.strip("[]"), place.port), WAIT_S).close()
    except OSError as refused:
        raise CannotSweepThere("nobody", place, why=refused.strerror or "no answer") from refused


def set_up(environment: MutableMapping[str, str], token: Path) -> None:
    """What Ray reads before it starts; whoever runs this may have said otherwise."""
    for name, value in ALWAYS.items():
        environment.setdefault(name, value)
    environment.setdefault(TOKEN, str(token))


def must_have_token(environment: Mapping[str, str], where: object) -> None:
    """Raises :class:`CannotSweepThere` where this machine has nothing to show."""
    asked_for = environment["RAY_AUTH_MODE"] == "token" and not environment.get("RAY_AUTH_TOKEN")
    if asked_for and not Path(environment[TOKEN]).is_file():
        raise CannotSweepThere("no_token", where, why=environment[TOKEN])


def token_in(data: Path) -> Path:
    """Where it is in a data folder."""
    return data / "plan" / "nodes.token"


def make_token(path: Path) -> None:
    """A secret that every node and every asker shows, which its owner alone may read; one that is there stays."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with open(path, "x", opener=lambda name, flags: os.open(name, flags, 0o600)) as secret:
            secret.write(token_hex(32))
