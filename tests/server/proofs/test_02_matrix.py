"""Role × page × relationship × purpose × consent × field: what came is what an oracle written apart says, word by word."""

import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import msgspec
import pytest

from alongside.core.sharing.terms import PURPOSES
from tests.server.proofs import consents, expected, scenes
from tests.server.proofs.faults import FAULTS
from tests.server.proofs.seen import Seen
from tests.server.running import ROOT
from tests.server.site.addresses import list_addresses


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


def where_of(one: Seen) -> tuple[str, str, str, str]:
    """Who, where, what, about which need."""
    return one.role, one.seat, one.page, one.scene


def count_cells(seen: list[Seen]) -> int:
    """Decisions on what was delivered: every word that could have come with every answer."""
    return sum(len(one.asked) or len(expected.carried(one.page, one.scene)) for one in seen)


def wrong(seen: list[Seen]) -> list[str]:
    """Pages that opened or did not, words that came or did not, where the oracle says otherwise."""
    found = []
    expected.allowed([cell for one in seen for cell in expected.questions(*where_of(one), one.consent, one.asked).values()])
    for one in seen:
        where = where_of(one)
        status, words, came = expected.page_opens(*where), expected.words_shown(*where, one.consent, one.asked), set(one.words)
        if one.status != status or came != words:
            found.append(f"{where} {one.consent} {one.status}/{status} leaked {sorted(came - words)} missing {sorted(words - came)}"[:400])
    return found


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[Seen]:
    """Every seventh of all, each seat and nearly each role, in one state of consent beside none; four who treat, in every state."""
    return visit(tmp_path_factory.mktemp("matrix"), share=7)


@pytest.fixture(scope="module")
def seen(told: list[Seen]) -> list[Seen]:
    """With the server as it is."""
    return [one for one in told if not one.fault]


def test_01_everybody_sees_what_the_oracle_says(seen: list[Seen]) -> None:
    assert wrong(seen) == []
    assert {one.seat for one in seen} == set(scenes.SEATS)
    assert {one.consent for one in seen} == set(consents.STATES)
    assert {one.page for one in seen} == set(expected.PAGES) | {f"{expected.DOOR}{purpose}" for purpose in PURPOSES}
    assert len({one.role for one in seen}) > 15
    assert count_cells(seen) > 50_000
    assert Counter(bool(one.words) for one in seen)[True] > 100


def test_02_a_consent_opens_what_it_speaks_of_and_nothing_in_any_other_state(seen: list[Seen]) -> None:
    """The matrix looked where consent decides: on the page of a record, and through the door."""
    clinicians = [one for one in seen if one.role == "clinician" and any(owner == "marked" for owner, _ in one.words)]
    here = {one.consent for one in clinicians if (one.seat, one.scene, one.page) == (scenes.CREW, "with-us", "record")}
    door = {one.consent for one in clinicians if one.page == f"{expected.DOOR}treatment"}
    assert here == {"of one field", "in force", "in force again"}
    assert door, "sampled: not every piece is asked for in every state"
    assert door <= here


@pytest.mark.parametrize("fault", ["a word too many", "a word too few", "a page that opened"])
def test_03_the_matrix_catches(seen: list[Seen], fault: str) -> None:
    told = next(one for one in seen if one.words and one.page == "panel" and one.role not in expected.WHOLE)
    bad = {
        "a word too many": msgspec.structs.replace(told, words=[*told.words, ("said", "diagnosis")]),
        "a word too few": msgspec.structs.replace(told, words=told.words[1:]),
        "a page that opened": msgspec.structs.replace(told, scene="nobodys", words=[]),
    }[fault]
    assert len(wrong([bad])) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_04_the_matrix_catches_in_the_server(told: list[Seen], fault: str) -> None:
    assert wrong([one for one in told if one.fault == fault]) != []


def test_05_every_page_that_takes_an_id_is_in_a_matrix() -> None:
    """A new address that shows somebody by id belongs into ``visit``; or its row of the access table, with its stories, here."""
    by_id = [one for one in list_addresses() if "<" in one.path and one.name not in VISITED | ELSEWHERE]
    assert [one.name for one in by_id if one.what not in ROWS] == [], "put it into tests/server/proofs/visit.py"
    assert [one.name for one in by_id if not (ROOT / "tests/server" / ROWS[one.what]).is_dir()] == []


VISITED = {"dispatch_incident", "intake", "follow_up_person", "person"}
ELSEWHERE = {
    "directory_service", "directory_confirm",  # about nobody
    "area_file", "measure", "openid_connect_login", "openid_connect_callback", "mfa_remove_webauthn",  # about nobody in crisis
    "invitation_door",  # no id but a secret, alike for everybody: tests/server/invitation
    "packet_cover",  # receiver and code: tests/server/handoff
    "plan_board", "plan_board_export", "plan_board_paper",  # rosters and counts, about nobody
    "plan_board_change", "plan_board_run", "plan_board_stop",
    "field_map", "place", "api:get_incident",  # no words: the two worlds
}  # fmt: skip
# What is shown item by item, by a rule of its own, has stories of its own: row of the access table → folder.
ROWS = {
    "staff": "people",
    "audit": "audit",
    "custodian": "custodian",
    "person": "person",
    "consent": "consent",
    "facility": "handoff",
    "hold": "holds",
    "glass": "glass",
    "rights": "rights",
    "cases": "cases",
    "often": "cases",
    "search": "registry",
    "referral": "referral",
    "linkage": "linkage",
    "policy": "policy",
    "way": "way",
    "threat": "threat",
}


@pytest.mark.deep
def test_06_every_role_at_every_seat_in_every_state(tmp_path: Path) -> None:
    assert judged(visit(tmp_path)) == ([], set(FAULTS))


@pytest.mark.deep
def test_07_the_same_on_postgresql(tmp_path: Path, postgres_dsn: str) -> None:
    assert judged(visit(tmp_path, postgres_dsn)) == ([], set(FAULTS))


def judged(told: list[Seen]) -> tuple[list[str], set[str]]:
    """What is wrong in the whole matrix, and which of the planted faults it found."""
    seen = [one for one in told if not one.fault]
    print(len(seen), "answers,", count_cells(seen), "cells")  # noqa: T201
    assert count_cells(seen) >= 100_000
    return wrong(seen), {one.fault for one in told if one.fault and wrong([one])}
