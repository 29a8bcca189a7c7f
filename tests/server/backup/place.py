"""Where a deployment keeps its things, and its command line there."""

import os
import subprocess
import sys
from pathlib import Path

import psycopg

from tests.server.running import ROOT

SECRET = {"ALONGSIDE_BACKUP_PASSPHRASE": "a passphrase of some length"}


def alongside(data: Path, *words: str, said: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the command line there."""
    told = {**os.environ, **SECRET, "PYTHONPATH": str(ROOT / "src"), "ALONGSIDE_DATA": str(data), **environment}
    command = [sys.executable, "-m", "alongside", *words]
    return subprocess.run(command, cwd=ROOT, env=told, input=said, capture_output=True, text=True, check=False)


def address(dsn: str) -> str:
    """A PostgreSQL address as a deployment is given it."""
    told = psycopg.conninfo.conninfo_to_dict(dsn)
    return f"postgresql://{told['user']}@{str(told['host']).replace('/', '%2F')}:{told['port']}/{told['dbname']}"


class Place:
    """Where a deployment keeps its things."""

    def __init__(self, data: Path, database: str = "") -> None:
        self.data, self.database, self.passphrase = data, database, SECRET["ALONGSIDE_BACKUP_PASSPHRASE"]

    def run(self, *words: str, said: str = "") -> "subprocess.CompletedProcess[str]":
        return alongside(self.data, *words, said=said, ALONGSIDE_DATABASE=self.database, ALONGSIDE_BACKUP_PASSPHRASE=self.passphrase)

    def must(self, *words: str, said: str = "") -> str:
        told = self.run(*words, said=said)
        assert told.returncode == 0, told.stdout + told.stderr
        return told.stdout
