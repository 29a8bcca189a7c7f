"""Fetch ClamAV's daemon for one story, where there is none: ``./dev test`` runs this, on Debian.

It is unpacked into .tools/clamav and not installed: installing would start it, and have it fetch signatures.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

INTO = Path(__file__).resolve().parents[1] / ".tools/clamav"
PROGRAM, ASKED = INTO / "usr/sbin/clamd", INTO / "asked-for"
WAITS = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10"]


def main() -> int:
    """Always 0: without it the story is skipped, and says so. Asked for once."""
    if shutil.which("clamd") or ASKED.exists() or not shutil.which("apt-get"):
        return 0
    INTO.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for package in fetch(list_packages(), Path(folder)):
            subprocess.run(["dpkg-deb", "-x", package, INTO], check=True)
    ASKED.touch()
    return 0


def list_packages() -> list[str]:
    """The daemon and those of its libraries that are not here."""
    plan = ["apt-get", "-s", "install", "--no-install-recommends", "clamav-daemon"]
    told = subprocess.run(plan, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}, check=False)
    names = [line.split()[1] for line in told.stdout.splitlines() if line.startswith("Inst ")]
    return [name for name in names if name == "clamav-daemon" or name.startswith("lib")]


def fetch(packages: list[str], folder: Path) -> list[Path]:
    """The packages' files; none where they cannot be had. Nothing is asked of anybody but apt."""
    if packages:
        subprocess.run(["apt-get", *WAITS, "download", "-qq", *packages], cwd=folder, capture_output=True, check=False)
    return sorted(folder.glob("*.deb"))


if __name__ == "__main__":
    sys.exit(main())
