"""Two tabs of one browser: what a page asks in somebody's name is not done in the name of whoever signed in after them."""

from typing import Any

from tests.server.running import Person, Server


def ask(person: Person, made_for: str, kind: str, **body: Any) -> tuple[int, dict[str, Any]]:
    """As a page does that was made for somebody."""
    headers = {"X-CSRFToken": person.client.cookies["csrftoken"], "X-Alongside-Staff": made_for}
    response = person.client.post(f"/ask/{kind}", json=body, headers=headers)
    return response.status_code, response.json()


def test_a_page_made_for_one_person_asks_nothing_for_another(server: Server) -> None:
    one = Person(server, "j-diaz")
    status, refused = ask(one, "r-okafor", "TakeCall", id="other-person-1", origin="call_911")
    assert (status, refused["code"], refused["granted"]) == (409, "other_person", False)
    assert "Load the page again" in refused["sentence"]
    assert "Okafor" not in refused["sentence"]
    assert ask(one, "j-diaz", "TakeCall", id="other-person-1", origin="call_911")[0] == 200, "nothing was kept of the first"


def test_it_is_said_in_spanish_and_a_machine_that_names_nobody_is_not_asked(server: Server) -> None:
    one = Person(server, "j-diaz", "es")
    assert "Otra persona" in ask(one, "r-okafor", "TakeCall", origin="call_911")[1]["sentence"]
    assert one.ask("TakeCall", origin="call_911")[0] == 200
