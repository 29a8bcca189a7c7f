"""The `alongside` command line: one table of commands, each living in the module it works on and loaded only when asked for."""

import argparse
import importlib
import importlib.util
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, cast


class Command(NamedTuple):
    """One command: the words that name it, the module whose ``main(argv)`` does it, and what is put before the caller's words."""

    words: tuple[str, ...]
    module: str
    before: tuple[str, ...]
    does: str


COMMANDS = (
    Command(("import", "cad"), "alongside.evaluate.history.cli", (), "read a computer-aided-dispatch export: FILE --mapping NAME"),
    Command(("import", "hsds"), "alongside.server.directory.cli", ("import",), "read a directory of services (HSDS): FILE …"),
    Command(("directory",), "alongside.server.directory.cli", (), "the directory of services: export FILE, taxonomy FILE"),
    Command(("area",), "alongside.roads.cli", (), "build an area to run in: build --pbf FILE --name NAME"),
    Command(("ledger",), "alongside.ledger.cli", (), "verify, rebuild or copy the ledger"),
    Command(("backup",), "alongside.server.backup.cli", ("backup",), "write an encrypted backup and read it again to verify it"),
    Command(("restore",), "alongside.server.backup.cli", ("restore",), "restore a backup into an empty data folder"),
    Command(("vault", "erase"), "alongside.server.records.erase_cli", (), "destroy somebody's words for ever, with two people"),
    Command(("vault",), "alongside.server.records.cli", (), "the keys of protected words: status, rotate"),
    Command(("protocol",), "alongside.library.protocols.cli", (), "run a protocol's own example calls: test FILE"),
    Command(("program",), "alongside.library.programs.cli", (), "check the program profiles: check [NAME]"),
    Command(("jurisdiction", "form"), "alongside.server.official.cli", (), "the county’s own form of a legal hold: fields, load, example"),
    Command(("sharing",), "alongside.server.sharing.cli", (), "who sees what: check the rules, explain ROLE"),
    Command(("linkage",), "alongside.server.records.compare_cli", (), "which records may be of one person: compare, status"),
    Command(("retention",), "alongside.server.custodian.cli", (), "what the schedules say may be erased: due"),
    Command(("audit",), "alongside.server.audit.cli", (), "verify, sign, report: who read whose words"),
    Command(("replay",), "alongside.server.replay.cli", (), "run a real day of calls through the same decisions"),
    Command(("twin", "fit"), "alongside.server.plan.worlds.cli", (), "fit a planning world to an imported history: HISTORY --out WORLD"),
    Command(("twin", "sweep"), "alongside.server.plan.sweeps.cli", (), "live plans many times over and compare them: PLAN … --out FOLDER"),
    Command(("twin", "node"), "alongside.server.plan.sweeps.cli_node", (), "let this machine live parts of sweeps: --at ADDRESS"),
    Command(("twin",), "alongside.twin.cli", (), "run the simulator"),
    Command(("staff",), "alongside.server.people.cli", (), "add staff, give roles, reset sign-in"),
    Command(("health",), "alongside.server.health.cli", (), "ask a running server how it is, with a synthetic call"),
)
GROUPS = {"duckdb": "plan", "numba": "plan", "pytest": "test", "playwright": "test", "pandas": "test", "splink": "plan", "pyarrow": "plan"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 it failed and said why, 2 it was not understood."""
    told, rest = parser().parse_known_args(argv)
    if told.data:
        os.environ["ALONGSIDE_DATA"] = str(Path(told.data).resolve())
    words = [*told.words, *rest]
    command = find_command(words)
    if command is None:
        return explain(words)
    return run(command, words[len(command.words) :])


def find_command(words: Sequence[str]) -> Command | None:
    """The command these words begin with, if any."""
    return next((command for command in COMMANDS if tuple(words[: len(command.words)]) == command.words), None)


def run(command: Command, words: Sequence[str]) -> int:
    """Load the command's module and call its ``main``. A missing lock group or module is told in a sentence."""
    try:
        if not is_here(command.module):
            return refuse(f"“{' '.join(command.words)}” is not part of this version: {command.module} does not exist.")
        module = importlib.import_module(command.module)
    except ModuleNotFoundError as missing:
        return refuse(name_missing(command, missing.name or "a package"))
    work = cast(Callable[[Sequence[str]], int | None], module.main)
    try:
        return work([*command.before, *words]) or 0
    except KeyboardInterrupt:
        return refuse("Stopped.", code=130)


def is_here(module: str) -> bool:
    """Whether the module exists, without running it."""
    parent = module.rpartition(".")[0]
    if parent and not is_here(parent):
        return False
    return importlib.util.find_spec(module) is not None


def name_missing(command: Command, package: str) -> str:
    """What to install when a command's module asks for a package that is not here."""
    group = GROUPS.get(package.partition(".")[0], "run")
    return f"“{' '.join(command.words)}” needs the Python package {package}: install the lock group {group} (requirements/{group}.lock)."


def parser() -> argparse.ArgumentParser:
    """Only what stands before the command; each command reads its own options."""
    lines = [f"  {' '.join(command.words):<12} {command.does}" for command in COMMANDS]
    ask = argparse.ArgumentParser(
        prog="alongside",
        description="commands (each explains itself: alongside COMMAND --help):\n" + "\n".join(lines),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    ask.add_argument("--data", metavar="DIR", help="folder for the database, keys and files (or ALONGSIDE_DATA)")
    ask.add_argument("words", nargs=argparse.REMAINDER, metavar="COMMAND …", help="a command and its options")
    return ask


def explain(words: Sequence[str]) -> int:
    """Show the commands; unknown words are named first."""
    if words:
        refuse(f"alongside knows no command “{' '.join(words[:2])}”.")
    parser().print_help()
    return 2 if words else 0


def refuse(sentence: str, code: int = 2) -> int:
    print(sentence, file=sys.stderr)
    return code
