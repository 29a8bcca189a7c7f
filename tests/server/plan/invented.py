"""Invented call histories, imported into a server's data folder as an administrator would; invented answers of the twin."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from alongside.twin.whatif.told import ENDED, FOUND, Compared, Found, write
from tests.server.running import ROOT, Person, Server, until

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


def found_for(server: Server, person: Person, board: str) -> Path:
    """The folder in which a plan's answer is kept, with what two runs might have come to: nobody waits for the twin."""
    before = set(list_tried(server))
    assert person.form(f"{board}/run").status_code == 302
    assert person.form(f"{board}/stop").status_code == 302
    (folder,) = set(list_tried(server)) - before
    assert until(lambda: (folder / ENDED).exists())
    told = Compared(before=31.2, after=22.4, mean=-8.8, low=-11.0, high=-7.1, pairs=2, is_clear=True, is_clear_among_all=True)
    sides = {"today": [1, 4, 9, 6, *[1] * 21], "plan": [3, 8, 6, 2, *[0] * 21]}
    hours = {"today": [at % 5 for at in range(168)], "plan": [at % 3 for at in range(168)]}
    places = {"today": [3, 0, 2], "plan": [1, 0, 2]}
    compared = {"plan": dict.fromkeys(("response_median", "response_p90", "without_police", "unmet", "police_hours", "calls"), told)}
    found = Found(pairs=2, runs=2, engine="core", weeks=1, compared=compared, responses=sides, unmet_hours=hours, unmet_places=places)
    write(folder, FOUND, found)
    return folder


def list_tried(server: Server) -> list[Path]:
    """A folder for each question that was asked."""
    return list((server.data / "plan" / "tried").glob("*"))
