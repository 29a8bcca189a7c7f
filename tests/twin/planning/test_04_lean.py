"""Where the lock group “plan” is not installed every page still stands: what the planning pages are made of is there without a compiler."""

import subprocess
import sys

LEAN = """
import sys
sys.modules.update(numba=None, llvmlite=None, duckdb=None, splink=None)
import alongside.twin.optimise.proved, alongside.twin.planning.sweep, alongside.twin.whatif.plan
from alongside.twin.engine.compiling import IS_PLAIN
print(IS_PLAIN)
"""


def test_01_what_the_pages_are_made_of_is_imported_without_a_compiler() -> None:
    run = subprocess.run((sys.executable, "-c", LEAN), capture_output=True, text=True, check=False)
    assert (run.stdout, run.stderr) == ("True\n", "")
