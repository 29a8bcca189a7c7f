"""What any test may ask for: a fresh PostgreSQL database, Debian's Chromium. Missing ones skip the test and say why."""

import os
import shutil
import subprocess
import tempfile
import uuid
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import psycopg
import pytest
from hypothesis import settings

HERE = Path(__file__).parent
# A file goes to one worker whole. One of these begun last would be waited for alone, and their few stories do not show how long they take.
LONGEST = (
    "server/proofs/test_01_two_worlds.py", "server/proofs/test_02_matrix.py", "server/backup/test_01_the_drill.py",
    "server/hostile/test_01_garbage.py", "server/hostile/test_03_canary.py", "browser/test_accounts.py", "browser/test_nothing_left.py",
    "core/test_00_the_promise.py", "evaluate/history/test_5_large.py", "twin/test_city.py",
)  # fmt: skip
SLOW = ("server/", "browser/")

# Everyday runs try the same cases every time, so that red means a change; ./dev check --deep throws new dice.
settings.register_profile("everyday", deadline=None, derandomize=True, print_blob=True)
settings.register_profile("deep", deadline=None, max_examples=1000, print_blob=True)
settings.load_profile("everyday")
# In these processes the kernels of the twin are plain Python: the same source, line by line, without the half minute that machine code
# takes to make. Servers, and twin/planning/test_same_facts.py in a process of its own, run the machine code.
os.environ["NUMBA_DISABLE_JIT"] = "1"
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", shutil.which("node") or "")
# Stories' folders are files in memory where that has room: databases wait for their disk as ever, and this one answers at once.
IN_MEMORY, LEAST_ROOM = Path("/dev/shm"), 6_000_000_000
DISK = IN_MEMORY if os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > LEAST_ROOM else None
if DISK:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(DISK))


@pytest.fixture(scope="session", autouse=True)
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Tests never touch the data folder somebody works with."""
    folder = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ALONGSIDE_DATA", str(folder))
        yield folder


@pytest.fixture(scope="session")
def real_data() -> Path:
    """The folder of public data sets kept beside this project on machines that have them."""
    folder = Path(__file__).resolve().parents[2] / "shared/data"
    if not folder.is_dir():
        pytest.skip("the public data sets are not beside this project (../shared/data)")
    return folder


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """Where Debian's Chromium is."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.skip("Chromium is not installed (as root on Debian, ./dev test installs it)")
    return found


@pytest.fixture(scope="session")
def engine_path(chromium_path: str) -> str:
    """The same Chromium without its windows, where Debian's package of it is there: a third of the processor time for each page opened."""
    return shutil.which("chromium-headless-shell") or chromium_path


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """DSN of a database server's ``postgres`` database: ALONGSIDE_TEST_POSTGRES, or a temporary server of our own."""
    given = os.environ.get("ALONGSIDE_TEST_POSTGRES")
    if given:
        yield given
        return
    programs = find_postgres()
    if programs is None:
        pytest.skip("PostgreSQL is not installed (as root on Debian, ./dev test installs it)")
    folder = Path(tempfile.mkdtemp(prefix="alongside-postgres-", dir=DISK))
    try:
        start_postgres(programs, folder)
        yield f"host={folder} port=5432 user=postgres dbname=postgres"
    finally:
        run_postgres([str(programs / "pg_ctl"), "stop", "-D", f"{folder}/db", "-m", "immediate", "-w"])
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template() -> str:
    """Name of the database each test's own is copied from. Override it where tests want tables in theirs already."""
    return "template1"


@pytest.fixture
def postgres_dsn(postgres_server: str, postgres_template: str) -> Iterator[str]:
    """DSN of a database of this test's own, dropped afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{postgres_template}"')
    yield psycopg.conninfo.make_conninfo(postgres_server, dbname=name)
    with psycopg.connect(postgres_server, autocommit=True) as server:
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def find_postgres() -> Path | None:
    """The folder of initdb and pg_ctl: Debian keeps them off the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    found = shutil.which("initdb") or (str(debian[-1]) if debian else None)
    return Path(found).resolve().parent if found else None


def start_postgres(programs: Path, folder: Path) -> None:
    """Make and start a server that listens on a socket in ``folder`` only; root lends the folder to the user postgres."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    run_postgres([str(programs / "initdb"), "-D", f"{folder}/db", "-E", "UTF8", "--locale=C.UTF-8", "-U", "postgres", "-A", "trust"])
    options = f"-k {folder} -c listen_addresses='' -c port=5432"
    run_postgres([str(programs / "pg_ctl"), "start", "-w", "-D", f"{folder}/db", "-l", f"{folder}/log", "-o", options])


def run_postgres(command: list[str]) -> None:
    """PostgreSQL refuses to run as root, so root runs it as the user postgres."""
    other = {"user": "postgres", "group": "postgres", "extra_groups": []} if os.geteuid() == 0 else {}
    told = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, cwd="/", **other)
    if told.returncode:
        pytest.fail(f"{command[0]} failed:\n{told.stdout}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark by what a test asks for, so `-m postgres` and `-m browser` always select all of them; then what takes longest comes first."""
    for item in items:
        asked = getattr(item, "fixturenames", ())
        if "postgres_server" in asked:
            item.add_marker("postgres")
        if "chromium_path" in asked:
            item.add_marker("browser")
    in_order(items)


def in_order(items: list[pytest.Item]) -> None:
    """Long files, then those that start servers and browsers, then quick ones: workers end together. Within a file nothing moves.

    Files of one folder stay together: they share a server, whose calls should not grow old between them.
    """
    stories = Counter(item.path for item in items)
    folders = Counter(item.path.parent for item in items)

    @cache
    def rank(path: Path) -> tuple[int, bool, int, str, int]:
        place, folder = os.path.relpath(path, HERE), path.parent
        first = LONGEST.index(place) if place in LONGEST else len(LONGEST)
        return (first, not place.startswith(SLOW), -folders[folder], str(folder), -stories[path])

    items.sort(key=lambda item: rank(item.path))
