"""Accounts on two nodes: what is changed at one holds at the other within a second, and closes what is open there."""

import threading
import time

from tests.server.people.doing import add, add_app, code_of, enter, staff, wait_within_step
from tests.server.people.test_01_signing_in import read_to_the_end
from tests.server.running import PATIENCE_S, Person, Server, until
from tests.server.scenes import Scene

CHANGED = {"name": "R. Role", "role": "evaluator", "agency": "", "seat": "", "supervisor": "", "ends": ""}


def test_01_another_role_given_at_one_node_closes_the_stream_at_the_other(server: Server, second: Server) -> None:
    add(server, "r-role", "dispatcher")
    person, ended = enter(second, "r-role"), threading.Event()
    assert person.get("/board.json").status_code == 200
    threading.Thread(target=read_to_the_end, args=(person, ended), daemon=True).start()
    time.sleep(0.5)
    assert Person(server, "e-adeyemi").form("/staff/person/r-role", **CHANGED).status_code == 302
    assert until(lambda: person.get("/board.json").status_code == 401, PATIENCE_S)
    assert ended.wait(PATIENCE_S), "the open stream went on"


def test_02_wrong_tries_at_both_nodes_count_together_and_one_release_holds_at_both(server: Server, second: Server) -> None:
    add(server, "b-both")
    tries = [enter(node, "b-both", "wrong").entered.status_code for node in (server, second, server, second, server)]
    assert tries == [401] * 5
    assert enter(second, "b-both").entered.status_code == 401
    assert Person(second, "e-adeyemi").form("/staff/release", id="b-both").status_code == 302
    assert enter(server, "b-both").entered.status_code == 302


def test_03_an_app_added_at_one_node_is_asked_for_at_the_other(server: Server, second: Server) -> None:
    add(server, "t-two")
    secret, _ = add_app(enter(server, "t-two"))
    person = enter(second, "t-two")
    assert person.entered.headers["location"] == "/sign-in/code"
    wait_within_step()
    assert person.form("/sign-in/code", code=code_of(secret)).headers["location"] == "/"
    assert staff(server, "factors", "t-two").returncode == 0
    assert until(lambda: person.get("/board.json").status_code == 401, PATIENCE_S)


def test_04_somebody_taken_off_the_crew_at_one_node_reads_nothing_at_the_other(server: Server, second: Server) -> None:
    scene = Scene(server, Person(server, "p-lowe"), "m12", "on_scene")
    leaver, ended = Person(second, "i-tuiasosopo"), threading.Event()
    assert leaver.post("/words", {"incidents": [scene.incident]}).json()[scene.incident]["summary"] == "Paces in the yard"
    threading.Thread(target=read_to_the_end, args=(leaver, ended), daemon=True).start()
    time.sleep(0.5)
    scene.must("ChangeCrew", by=Person(server, "m-lindqvist"), unit="m12", members=[["p-lowe", "clinician"]])
    assert until(lambda: leaver.post("/words", {"incidents": [scene.incident]}).json() == {}, PATIENCE_S)
    assert leaver.get(f"/dispatch/incident/{scene.incident}").status_code == 404
    assert ended.wait(PATIENCE_S), "the open stream went on"
    both = [["p-lowe", "clinician"], ["i-tuiasosopo", "peer"]]
    scene.must("ChangeCrew", by=Person(server, "m-lindqvist"), unit="m12", members=both)  # for the stories of other files
    scene.finish()


def test_05_a_code_shown_at_one_node_is_worth_nothing_at_the_other(server: Server, second: Server) -> None:
    add(server, "u-once")
    secret, codes = add_app(enter(server, "u-once"))
    here, there = enter(server, "u-once"), enter(second, "u-once")
    wait_within_step()
    code = code_of(secret)
    assert here.form("/sign-in/code", code=code).headers["location"] == "/"
    again = there.form("/sign-in/code", code=f" {code[:3]} {code[3:]}")
    assert (again.status_code, "used already" in again.text) == (200, True)
    assert there.get("/board.json").status_code == 401
    assert there.form("/sign-in/code", code=codes[0]).headers["location"] == "/"
