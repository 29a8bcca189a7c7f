"""Invented call histories, imported into a server's data folder by the command line as an administrator would."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from tests.server.running import ROOT, Server

MAPPING = """
name: invented
about: An invented center.
zone: America/Denver
between: [2020, 2030]
times:
  received_at: {column: at, format: "%Y-%m-%d %H:%M"}
  dispatched_at: {column: sent, format: "%Y-%m-%d %H:%M"}
  cleared_at: {column: cleared, format: "%Y-%m-%d %H:%M"}
texts:
  source_id: {column: id}
  type: {column: type}
  beat: {column: beat}
"""


def write_history(server: Server, name: str, days: int, per_day: int = 12) -> None:
    """An invented history, imported by the command line as an administrator would: every third call says mental health."""
    folder = server.data / "exports"
    folder.mkdir(exist_ok=True)
    rows = ["id,at,sent,cleared,type,beat"]
    for number in range(days * per_day):
        at = datetime(2026, 1, 5, tzinfo=UTC) + timedelta(minutes=1440 // per_day * number)
        stamps = [f"{at + timedelta(minutes=later):%Y-%m-%d %H:%M}" for later in (0, 5, 50)]
        rows.append(",".join([str(number), *stamps, "MENTAL HEALTH CASE" if number % 3 == 0 else "ALARM", "=B1" if number % 2 else "B2"]))
    (folder / f"{name}.csv").write_text("\n".join(rows) + "\n")
    (folder / f"{name}.yaml").write_text(MAPPING.replace("invented\n", f"{name}\n", 1))
    command = [sys.executable, "-m", "alongside", "import", "cad", str(folder / f"{name}.csv"), "--mapping", str(folder / f"{name}.yaml")]
    environment = {**os.environ, "ALONGSIDE_DATA": str(server.data), "PYTHONPATH": str(ROOT / "src")}
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=ROOT)


@contextmanager
def invented_histories(server: Server, sizes: Mapping[str, tuple[int, int]]) -> Iterator[None]:
    """By name: days and calls a day; gone again afterwards."""
    for name, (days, per_day) in sizes.items():
        write_history(server, name, days, per_day)
    try:
        yield
    finally:
        for name in sizes:
            shutil.rmtree(server.data / "history" / name)
        shutil.rmtree(server.data / "exports")
