"""The measures page: who may see it, what it says of a period with nobody in it, and what leaves it."""

from tests.server.running import Person, Server


def test_only_those_whose_work_it_is_see_measures(server: Server, call_taker: Person) -> None:
    assert call_taker.get("/measures/").status_code == 403
    assert Person(server, "m-lindqvist").get("/measures/").status_code == 200
    assert Person(server).get("/measures/").status_code == 302


def test_each_figure_says_what_it_counts_in_both_languages(server: Server) -> None:
    Person(server, "j-diaz").take_call()
    assert "Response from first ring" in Person(server, "m-lindqvist").get("/measures/?period=all").text
    assert "Respuesta desde la primera llamada" in Person(server, "m-lindqvist", "es").get("/measures/?period=all").text


def test_a_measure_nobody_defined_is_not_found(server: Server) -> None:
    lead = Person(server, "m-lindqvist")
    assert lead.get("/measures/happiness").status_code == 404
    assert lead.get("/measures/contacts").status_code == 200


def test_an_evaluator_gets_no_rows_of_fewer_than_eleven_people(server: Server) -> None:
    Person(server, "j-diaz").take_call()
    evaluator, lead = Person(server, "d-whitehorse"), Person(server, "m-lindqvist")
    assert len(lead.get("/measures/contacts.csv?period=all").text.splitlines()) > 1
    given = evaluator.get(
        "/measures/contacts.csv?period=all"
    )  # what happened before the last four hours began: on this server next to nothing
    assert given.status_code == 409 or len(given.text.splitlines()) > 11
    assert evaluator.get("/measures/contacts.csv?period=nonsense").status_code in (200, 409)


def test_the_rows_that_leave_name_nobody_and_no_place(server: Server) -> None:
    incident = Person(server, "j-diaz").take_call(texts={"place": "the yellow house on Elm"})
    text = Person(server, "m-lindqvist").get("/measures/contacts.csv?period=all").text
    assert text.splitlines()[0].startswith("contact,person,week,weekday,hour_band")
    assert incident not in text
    assert "Elm" not in text
