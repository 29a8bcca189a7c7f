"""Role × page × relationship × field, over HTTP: what came is what an oracle written apart says, word by word."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from tests.server.proofs import expected, scenes
from tests.server.proofs.visit import Seen
from tests.server.running import ROOT
from tests.server.site.addresses import list_addresses

OWNERS = 2


def visit(folder: Path, database: str = "", share: int = 1) -> list[Seen]:
    """What everybody saw, or every third of them."""
    out = folder / "seen"
    command = [sys.executable, "-m", "tests.server.proofs.visit", str(folder / "data"), str(out), database, str(share)]
    (folder / "data").mkdir()
    told = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr[-4_000:]
    return msgspec.msgpack.decode(out.read_bytes(), type=list[Seen])


def count_cells(seen: list[Seen]) -> int:
    """Decisions on what was delivered: every word that could have come with every answer."""
    return len(seen) * OWNERS * len(expected.FIELDS)


def wrong(seen: list[Seen]) -> list[str]:
    """Pages that opened or did not, words that came or did not, where the oracle says otherwise."""
    found = []
    for one in seen:
        where = (one.role, one.seat, one.page, one.scene)
        status, words, came = expected.page_opens(*where), expected.words_shown(*where), set(one.words)
        if one.status != status or came != words:
            found.append(f"{where} {one.status}/{status} leaked {sorted(came - words)} missing {sorted(words - came)}"[:400])
    return found


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    """Every fifth of all, each seat and nearly each role."""
    return visit(tmp_path_factory.mktemp("matrix"), share=5)


def test_01_everybody_sees_what_the_oracle_says(seen: list[Seen]) -> None:
    assert wrong(seen) == []
    assert {one.seat for one in seen} == set(scenes.SEATS)
    assert len({one.role for one in seen}) > 15
    assert count_cells(seen) > 100_000
    assert Counter(bool(one.words) for one in seen)[True] > 100


@pytest.mark.parametrize("fault", ["a word too many", "a word too few", "a page that opened"])
def test_02_the_matrix_catches(seen: list[Seen], fault: str) -> None:
    told = next(one for one in seen if one.words and one.page == "panel" and one.role not in expected.WHOLE)
    bad = {
        "a word too many": msgspec.structs.replace(told, words=[*told.words, ("said", "diagnosis")]),
        "a word too few": msgspec.structs.replace(told, words=told.words[1:]),
        "a page that opened": msgspec.structs.replace(told, scene="nobodys", words=[]),
    }[fault]
    assert len(wrong([bad])) == 1


def test_03_every_page_that_takes_an_id_is_in_a_matrix() -> None:
    """A new address that shows somebody by id belongs into ``visit``; or its row of the access table, with its stories, here."""
    by_id = [one for one in list_addresses() if "<" in one.path and one.name not in VISITED | ELSEWHERE]
    assert [one.name for one in by_id if one.what not in ROWS] == [], "put it into tests/server/proofs/visit.py"
    assert [one.name for one in by_id if not (ROOT / "tests/server" / ROWS[one.what]).is_dir()] == []


VISITED = {"dispatch_incident", "intake", "follow_up_person"}
ELSEWHERE = {
    "area_file", "measure", "openid_connect_login", "openid_connect_callback", "mfa_remove_webauthn",  # about nobody in crisis
    "field_map", "place", "api:get_incident",  # no words: the two worlds
}  # fmt: skip
# What is shown item by item, by a rule of its own, has stories of its own: row of the access table → folder.
ROWS = {
    "staff": "people",
    "audit": "audit",
    "custodian": "custodian",
    "person": "person",
    "consent": "consent",
    "glass": "glass",
    "rights": "rights",
    "cases": "cases",
    "often": "cases",
    "search": "registry",
}


@pytest.mark.deep
def test_04_every_role_at_every_seat(tmp_path: Path) -> None:
    told = visit(tmp_path)
    assert wrong(told) == []
    assert count_cells(told) >= 100_000


@pytest.mark.deep
def test_05_every_role_at_every_seat_on_postgresql(tmp_path: Path, postgres_dsn: str) -> None:
    assert wrong(visit(tmp_path, postgres_dsn)) == []
