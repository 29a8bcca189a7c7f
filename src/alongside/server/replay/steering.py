"""What spectators may do with a replay: let it stand or go on, slower or faster, hurry to an hour that has not come yet."""

from collections.abc import Callable, Mapping

from alongside.server.replay.pace import SPEEDS, Pace

Deed = Callable[[Pace], None]


def pause(pace: Pace) -> None:
    """Stand still."""
    pace.is_paused = True


def go(pace: Pace) -> None:
    """Go on."""
    pace.is_paused = False


def slower(pace: Pace) -> None:
    """The next lower speed; the lowest stays."""
    pace.chosen = max((one for one in SPEEDS if one < pace.chosen), default=SPEEDS[0])


def faster(pace: Pace) -> None:
    """The next higher speed; the highest stays."""
    pace.chosen = min((one for one in SPEEDS if one > pace.chosen), default=SPEEDS[-1])


def jump(to: int) -> Deed:
    """Play what lies between at once. What was played stays played: an earlier time changes nothing."""

    def hurry(pace: Pace) -> None:
        if to > pace.now():
            pace.jump_to, pace.is_paused = to, False

    return hurry


DEEDS: Mapping[str, Deed] = {"pause": pause, "go": go, "slower": slower, "faster": faster}
