"""Two worlds, each a process with databases of its own: the same scripts, with and without the secret rows."""

import os
import subprocess
import sys
from collections.abc import Sequence
from difflib import unified_diff
from pathlib import Path

import msgspec

from tests.server.proofs.play import Heard, Run
from tests.server.running import ROOT

WORLDS = ("secret", "plain")
Both = tuple[list[Heard], list[Heard]]  # what was heard in each


def play_both(folder: Path, runs: Sequence[Run], databases: tuple[str, str] = ("", "")) -> Both:
    """What somebody of little privilege heard in the world with the secret, and in the one without."""
    started = [_start(folder, world, database, runs) for world, database in zip(WORLDS, databases, strict=True)]
    for world, process in zip(WORLDS, started, strict=True):
        assert process.wait() == 0, (folder / f"{world}.log").read_text()[-4_000:]
    with_secret, without = (msgspec.msgpack.decode((folder / f"{world}.out").read_bytes(), type=list[Heard]) for world in WORLDS)
    assert [one.step for one in with_secret] == [one.step for one in without]
    return with_secret, without


def _start(folder: Path, world: str, database: str, runs: Sequence[Run]) -> "subprocess.Popen[bytes]":
    (folder / world).mkdir(parents=True)
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}", "PYTHONHASHSEED": "0"}
    told = [str(folder / world), str(folder / f"{world}.out"), world, database, msgspec.json.encode(runs).decode()]
    with (folder / f"{world}.log").open("wb") as log:
        command = [sys.executable, "-m", "tests.server.proofs.play", *told]
        return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)


def differences(both: Both) -> list[str]:
    """Every answer that was not the same to the byte, and how it differed."""
    return [f"script {mine.script}: {mine.step}\n{_how(mine, other)}" for mine, other in zip(*both, strict=True) if mine != other]


def _how(mine: Heard, other: Heard) -> str:
    told = [[str(one.status), *map(str, one.headers), *one.body.decode(errors="replace").replace(',"', ',\n"').splitlines()]
            for one in (other, mine)]  # fmt: skip
    return "\n".join([line[:200] for line in unified_diff(*told, "without", "with the secret", lineterm="", n=0)][2:22])
