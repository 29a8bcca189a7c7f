"""What each command of ``alongside audit`` does."""

import argparse
import sys
from pathlib import Path

from alongside.ledger.engine import Where
from alongside.server.audit.head import find_last
from alongside.server.audit.keeping import open_keeper
from alongside.server.audit.rules import read_audit_rules
from alongside.server.audit.signing import list_own, reach_key
from alongside.server.audit.sources import open_sources
from alongside.server.audit.verifying import verify_audit
from alongside.server.site.clock import Clock


def _known(told: argparse.Namespace, data: Path) -> frozenset[str]:
    return list_own(data) | {*told.key} | read_audit_rules(data).ours


def run_verify(told: argparse.Namespace, where: Where, data: Path) -> int:
    """Every row, head, signature and anchor."""
    anchors = [*read_audit_rules(data).files, *(Path(one) for one in told.against)]
    found = verify_audit(where, _known(told, data), [path for path in anchors if path.exists() or str(path) in told.against])
    for sentence in (*found.wrong, *found.notes):
        print(sentence, file=sys.stderr)
    if not found.wrong:
        print(f"Whole: {found.reads} readings, {found.heads} heads, every hash and signature as written, {len(anchors)} anchors.")
    return 1 if found.wrong else 0


def run_head(told: argparse.Namespace, where: Where, data: Path) -> int:
    """The newest head."""
    with open_sources(where) as sources:
        last = find_last(sources.side)
    print("No head was signed yet." if last is None else "\n".join(f"{name}: {value}" for name, value in last.to_plain().items()))
    return 0


def run_sign(told: argparse.Namespace, where: Where, data: Path) -> int:
    """A head now."""
    keeper = open_keeper(where, data)
    head = keeper.sign(Clock().now())
    print("Nothing was noted since the last head." if head is None else f"Head {head.seq} signed, over {head.reads_seq} readings.")
    for place in keeper.failed:
        print(f"Not kept at {place}", file=sys.stderr)
    return 1 if keeper.failed else 0


def run_key(told: argparse.Namespace, where: Where, data: Path) -> int:
    """The public key."""
    print(reach_key(data).public)
    return 0
