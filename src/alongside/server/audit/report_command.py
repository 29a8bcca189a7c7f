"""``alongside audit report``: who read what, as CSV."""

import argparse
import csv
import os
import sys
from pathlib import Path

from alongside.ledger.engine import Where
from alongside.server.audit.report import HEADINGS, Wanted, list_rows
from alongside.server.audit.sources import open_sources


def run_report(told: argparse.Namespace, where: Where, data: Path) -> int:
    """Every fitting row, oldest first."""
    out = csv.writer(sys.stdout, lineterminator=os.linesep)
    out.writerow(HEADINGS)
    with open_sources(where) as sources:
        out.writerows(list_rows(sources.side, Wanted(told.staff, told.owner)))
    return 0
