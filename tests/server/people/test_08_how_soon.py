"""How soon a revocation holds everywhere: whoever watches looks twice in the second that is promised. Real servers are waited for."""

from alongside.server.people.how_soon import LOOK_EVERY_S, PROMISED_S


def test_01_a_look_and_the_next_fit_into_the_second_that_is_promised() -> None:
    assert 0 < 2 * LOOK_EVERY_S < PROMISED_S
