"""Staff, by pages: added, changed, shut out, ended after everything was passed on."""

import hashlib
import re
from html import unescape

import pytest

from tests.server.people.doing import WORDS, add, enter, staff
from tests.server.people.test_02_second_factors import age_confirmation
from tests.server.running import PATIENCE_S, Person, Server, running, until
from tests.server.scenes import Scene


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory):
    """A server whose staff these stories may change."""
    with running(tmp_path_factory.mktemp("staff"), "--quiet") as found:
        yield found


@pytest.fixture(scope="module")
def administrator(own: Server) -> Person:
    """E. Adeyemi."""
    return Person(own, "e-adeyemi")


NEW = {"name": "N. New", "role": "dispatcher", "agency": "valley-communications", "seat": "", "supervisor": "", "ends": ""}


def test_01_somebody_added_begins_with_a_password_of_their_own(own: Server, administrator: Person) -> None:
    page = administrator.form("/staff/new", id="n-new", **NEW)
    password = re.search(r'<code class="secret">([\w-]+)</code>', page.text)
    assert password
    assert "no-store" in page.headers["cache-control"]
    assert password[1] not in administrator.get("/staff/person/n-new").text
    person = enter(own, "n-new", password[1])
    assert person.entered.headers["location"] == "/account/password"
    assert person.get("/board.json").status_code == 401
    assert person.get("/").headers["location"].startswith("/sign-in")
    assert person.get("/sign-in").headers["location"] == "/account/password"
    told = {"old": password[1], "new": WORDS, "again": WORDS}
    assert person.form("/account/password", **{**told, "again": "another"}).status_code == 422
    assert "too common" in person.form("/account/password", **{**told, "new": "password1", "again": "password1"}).text
    assert person.form("/account/password", **told).status_code == 302
    assert person.get("/board.json").status_code == 200


@pytest.mark.parametrize("password", ["19800214", "14.02.1980", "Dispatch911!", "crisis health", "correct staple"])
def test_13_birthdays_words_of_the_work_and_leaked_passwords_are_refused(own: Server, password: str) -> None:
    leaked = sorted(hashlib.sha1(word.encode()).hexdigest().upper() for word in ("correct staple", *map(str, range(500))))
    (own.data / "leaked-passwords.txt").write_text("\n".join(f"{one}:7" for one in leaked) + "\n")
    refused = staff(own, "add", "w-weak", "--name", "W. Weak", "--role", "dispatcher", typed=password + "\n")
    assert refused.returncode != 0
    assert any(words in refused.stderr for words in ("a date", "words of your work", "leaked"))


@pytest.mark.parametrize("password", ["4815162342108", "x" * 128, "¿dónde está el río?", "crisis and a heron at dusk"])
def test_14_any_letters_and_any_length_will_do(own: Server, password: str) -> None:
    id = f"o-{hashlib.sha1(password.encode()).hexdigest()[:6]}"
    added = staff(own, "add", id, "--name", "O. Ok", "--role", "dispatcher", typed=password + "\n")
    assert added.returncode == 0, added.stderr
    assert enter(own, id, password).entered.status_code == 302


def test_15_pages_that_change_who_may_do_what_ask_again_who_it_is(own: Server) -> None:
    add(own, "y-admin", "administrator")
    person = enter(own, "y-admin")
    assert person.get("/staff/new").status_code == 200
    age_confirmation(own)
    for path in ("/staff/new", "/staff/person/r-okafor", "/staff/workstations"):
        assert person.get(path).headers["location"].startswith("/account/confirm?next=%2Fstaff%2F"), path
    sent = person.form("/staff/person/r-okafor/do", do="shut_out")
    assert sent.headers["location"] == "/account/confirm?next=%2Fstaff%2Fperson%2Fr-okafor"
    assert person.get("/staff/").status_code == 200
    assert person.form("/account/confirm?next=/staff/new", password=WORDS).headers["location"] == "/staff/new"
    assert person.get("/staff/new").status_code == 200
    assert Person(own, "r-okafor").get("/account/").status_code == 200
    assert staff(own, "disable", "y-admin").returncode == 0  # later stories are about the only administrator


def test_02_mistakes_stand_beside_their_fields(administrator: Person) -> None:
    for wrong, words in (
        ({"id": "N New"}, "begin with a letter"),
        ({"id": "r-okafor"}, "choose another"),
        ({"id": "z-past", "ends": "2020-01-01"}, "choose a later day"),
        ({"id": "z-intern", "role": "intern"}, "name a clinician"),
        ({"id": "z-role", "role": "system"}, "Select a valid choice"),
    ):
        refused = administrator.form("/staff/new", **{**NEW, **wrong})
        assert (refused.status_code, words in refused.text) == (422, True), wrong


def test_03_an_intern_works_under_somebody(administrator: Person) -> None:
    assert administrator.form("/staff/new", **{**NEW, "id": "i-intern", "role": "intern", "supervisor": "a-haddad"}).status_code == 200
    assert re.search(r'value="a-haddad" selected', administrator.get("/staff/person/i-intern").text)
    assert '<option value="m12" selected>M12</option>' in administrator.get("/staff/person/p-lowe").text
    assert administrator.get("/").headers["location"] == "/staff/", "what an administrator is here for, not a board of calls"


def test_04_the_list_is_searched_and_paged(administrator: Person) -> None:
    whole = administrator.get("/staff/").text
    assert "1 / 3" in whole
    assert len(re.findall(r'href="/staff/person/', whole)) == 25
    found = administrator.get("/staff/?q=okafor").text
    assert re.findall(r'href="/staff/person/([\w-]+)"', found) == ["r-okafor"]
    assert "Nobody fits" in administrator.get("/staff/?q=zzzz").text


def test_05_another_role_is_in_force_within_a_second_and_ends_the_old_session(own: Server, administrator: Person) -> None:
    add(own, "c-change", "dispatcher")
    person = enter(own, "c-change")
    assert person.get("/dispatch/").status_code == 200
    changed = administrator.form("/staff/person/c-change", **{**NEW, "name": "C. Change", "role": "evaluator"})
    assert changed.status_code == 302
    assert person.get("/board.json").status_code == 401
    again = enter(own, "c-change")
    assert again.get("/dispatch/").status_code == 403


def test_06_a_temporary_account_is_over_at_its_end(own: Server, administrator: Person) -> None:
    add(own, "t-temp", "dispatcher", "--until", "2099-01-31")
    assert enter(own, "t-temp").entered.status_code == 302
    assert "until 1 Feb 2099" in administrator.get("/staff/?q=t-temp").text
    past = staff(own, "add", "t-past", "--name", "T", "--role", "dispatcher", "--until", "2020-01-31", typed=WORDS + "\n")
    assert (past.returncode, "later day" in past.stderr) == (1, True)


def test_07_nobody_is_taken_from_a_crew_that_is_with_somebody(own: Server, administrator: Person) -> None:
    scene = Scene(own, Person(own, "b-ferreira"), "c204", "with_person")
    refused = administrator.form("/staff/person/b-ferreira/do", do="end")
    assert (refused.status_code, "somebody must take over first" in refused.text) == (409, True)
    assert "You are not aboard a unit" not in scene.crew.get("/field/").text, "an officer alone with a person in crisis"
    scene.finish()


def test_07_nobody_ends_while_people_are_in_their_care(own: Server, administrator: Person) -> None:
    taker = Person(own, "j-diaz")
    taker.take_call()
    refused = administrator.form("/staff/person/j-diaz/do", do="end")
    assert (refused.status_code, "somebody must take over first" in refused.text) == (409, True)
    assert taker.get("/board.json").status_code == 200
    add(own, "l-night", "call_taker", "--seat", "call-taker-1")
    night = enter(own, "l-night")
    episodes = re.findall(r'name="episode" value="([\w-]+)"', night.get("/seat").text)
    assert (
        night.client.post("/seat", data={"episode": episodes, "csrfmiddlewaretoken": night.client.cookies["csrftoken"]}).status_code == 302
    )
    assert administrator.form("/staff/person/j-diaz/do", do="end").status_code == 302
    assert taker.get("/board.json").status_code == 401


def test_08_an_idle_desk_and_a_crew_that_goes_on_are_left_by_whoever_ends(own: Server, administrator: Person) -> None:
    assert "M12" in administrator.get("/staff/person/p-lowe").text
    assert administrator.form("/staff/person/p-lowe/do", do="end").status_code == 302
    after = administrator.get("/staff/person/p-lowe").text
    assert "Nowhere: nobody depends on this person" in after
    assert "Account ended" in after


def test_09_shut_out_at_once_is_out_at_once_and_the_desk_stays_responsible(own: Server, administrator: Person) -> None:
    dispatcher = Person(own, "r-okafor")
    assert administrator.form("/staff/person/r-okafor/do", do="shut_out").status_code == 302
    assert until(lambda: dispatcher.get("/board.json").status_code == 401, PATIENCE_S)
    page = administrator.get("/staff/person/r-okafor").text
    assert "Dispatch 1" in page
    assert administrator.form("/staff/person/r-okafor/do", do="open").status_code == 302
    assert Person(own, "r-okafor").entered.status_code == 302


def test_10_an_administrator_stays_and_nobody_ends_themselves(own: Server, administrator: Person) -> None:
    assert administrator.form("/staff/person/e-adeyemi/do", do="shut_out").status_code == 409
    refused = administrator.form("/staff/person/e-adeyemi", **{**NEW, "name": "E. Adeyemi", "role": "dispatcher"})
    assert (refused.status_code, "only administrator" in refused.text) == (422, True)


def test_11_one_lists_and_ends_ones_own_sessions(own: Server) -> None:
    add(own, "s-many")
    here, there = enter(own, "s-many"), enter(own, "s-many")
    page = here.get("/account/").text
    other = re.search(r'name="session" value="(\d+)"', page)
    assert other
    somebody_else = enter(own, "n-new")
    assert somebody_else.form("/account/sessions", session=other[1]).status_code == 404
    assert here.form("/account/sessions", session=other[1]).status_code == 302
    assert there.get("/board.json").status_code == 401
    assert here.get("/board.json").status_code == 200


def test_12_the_first_administrator_comes_from_the_command_line_once(own: Server) -> None:
    assert staff(own, "first", "a-first", "--name", "A. First", typed=WORDS + "\n").returncode == 0
    again = staff(own, "first", "a-second", "--name", "A. Second", typed=WORDS + "\n")
    assert (again.returncode, "administrator already" in again.stderr) == (1, True)


def newcomer(own: Server, administrator: Person, id: str) -> Person:
    """A supervisor whom the administrator adds, signed in with a password of their own."""
    page = administrator.form("/staff/new", id=id, **{**NEW, "name": id.title(), "role": "supervisor"})
    password = re.search(r'<code class="secret">([\w-]+)</code>', page.text)
    assert password
    person = enter(own, id, password[1])
    assert person.form("/account/password", old=password[1], new=WORDS, again=WORDS).status_code == 302
    return person


def test_15_a_policy_is_agreed_to_by_another_person_not_by_another_account_of_its_author(own: Server, administrator: Person) -> None:
    proposed = administrator.form("/policy/new", reason="planned", **{"s.clock.page": "20 s"}).headers["location"]
    analysed = Person(own, "d-whitehorse").form("/policy/new", reason="planned", **{"s.clock.page": "25 s"}).headers["location"]
    second = newcomer(own, administrator, "s-second")
    for path, why in ((proposed, "One of you two made the other"), (analysed, "made or changed after this was proposed")):
        page = unescape(second.get(path).text)
        assert why in page
        assert 'value="approve"' not in page
        refused = second.form(path, act="approve", gives="0" * 64)
        assert refused.status_code == 409
        assert why in unescape(refused.text)
        for by_hand in ({}, {"since": 0, "tied": False}):  # what is known of accounts is said by the page, never by whoever asks
            told = second.ask("ApprovePolicy", policy=path.rsplit("/", 1)[1], gives="0" * 64, **by_hand)
            assert (told[0], told[1]["code"]) == (404, "unknown_kind")
    assert 'value="approve"' in Person(own, "m-lindqvist").get(proposed).text
    later = Person(own, "d-whitehorse").form("/policy/new", reason="planned", **{"s.clock.page": "25 s"}).headers["location"]
    assert 'value="approve"' in second.get(later).text
    own_of_second = second.form("/policy/new", reason="planned", **{"s.clock.page": "22 s"}).headers["location"]
    assert "One of you two made the other" in unescape(administrator.get(own_of_second).text)


def test_16_where_one_administrator_made_both_accounts_every_reader_of_the_change_is_told_who(own: Server, administrator: Person) -> None:
    """It cannot be refused: in a small county one administrator made everybody's."""
    one, other = (newcomer(own, administrator, id) for id in ("s-third", "s-fourth"))
    reader, spanish = Person(own, "m-lindqvist"), Person(own, "m-lindqvist", "es")
    path = one.form("/policy/new", reason="planned", **{"s.clock.page": "21 s"}).headers["location"]
    page = other.get(path).text
    assert "both made or opened by E. Adeyemi. Where you agree, every reader of this page is told so" in page
    assert 'id="made-both"' not in reader.get(path).text
    gives = re.search(r'name="gives" value="(\w+)"', page)
    assert gives
    assert other.form(path, act="approve", gives=gives[1]).status_code == 302
    assert "were both made or opened by E. Adeyemi. If you doubt that they are two people, ask them" in reader.get(path).text
    assert "las hizo o las abrió E. Adeyemi" in spanish.get(path).text
    assert reader.form(path, act="roll_back", reason="mistake").status_code == 302
    own_path = Person(own, "d-whitehorse").form("/policy/new", reason="planned", **{"s.clock.page": "23 s"}).headers["location"]
    assert 'id="made-both"' not in other.get(own_path).text, "D. Whitehorse's account is not that administrator's"
