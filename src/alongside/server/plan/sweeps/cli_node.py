"""``alongside twin node``: this machine joins the nodes that live sweeps, or is the first of them, until it is stopped."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from alongside.server.plan.sweeps.nodes import PORT, CannotSweepThere, Place, make_token, must_have_token, set_up, token_in
from alongside.server.plan.sweeps.said import or_refused

JOINING = 6379  # where further nodes join the first
STORE = 200_000_000  # bytes of plans and figures on their way: kilobytes each
ALIKE = ("--block", "--disable-usage-stats", "--log-style=record", "--log-color=false", "--min-worker-port=0", "--max-worker-port=0")


def parser() -> argparse.ArgumentParser:
    """What may be said."""
    ask = argparse.ArgumentParser(prog="alongside twin node", description="Let this machine live parts of sweeps, until it is stopped.")
    ask.add_argument("--at", required=True, metavar="ADDRESS", help="the address of this machine in the nodes' own network")
    ask.add_argument("--join", metavar="ADDRESS:PORT", help=f"the first node, and its port {JOINING}; without it this is the first")
    ask.add_argument("--cores", type=int, default=os.cpu_count() or 1, help="how many parts it lives at once (as many as it has cores)")
    ask.add_argument("--port", type=int, default=PORT, help=f"first node: where sweeps ask ({PORT})")
    ask.add_argument("--joining", type=int, default=JOINING, help=f"first node: where others join ({JOINING})")
    return ask


def main(argv: Sequence[str]) -> int:
    """2: refused with a sentence. Otherwise it does not come back."""
    told = parser().parse_args(list(argv))
    return or_refused(lambda: become_node(told))


def become_node(told: argparse.Namespace) -> int:
    """Replaces this process, so that Ctrl-C and signals reach the node. Raises :class:`CannotSweepThere`."""
    where = told.join or Place(told.at, told.port)
    if find_spec("ray") is None:
        raise CannotSweepThere("no_ray", where)
    token = token_in(Path(os.environ.get("ALONGSIDE_DATA", "var")))
    set_up(os.environ, token)
    if not told.join:
        make_token(Path(os.environ["RAY_AUTH_TOKEN_PATH"]))
    must_have_token(os.environ, where)
    print(f"{'Joining ' if told.join else 'The first node: sweep with --on '}{where}; its token is in {token}", flush=True)
    command = "ray.scripts.scripts" if told.join else "alongside.server.plan.sweeps.first_node"
    os.execv(sys.executable, [sys.executable, "-m", command, "start", *words(told)])


def words(told: argparse.Namespace) -> Sequence[str]:
    """What Ray is told."""
    first = ("--head", f"--port={told.joining}", f"--ray-client-server-port={told.port}", "--include-dashboard=false")
    place = (f"--address={told.join}",) if told.join else first
    return [*place, f"--node-ip-address={told.at}", f"--num-cpus={told.cores}", f"--object-store-memory={STORE}", *ALIKE]
