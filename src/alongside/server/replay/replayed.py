"""All that a replay leaves to be measured."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.core.board import Board
from alongside.library.programs.profile import Profile
from alongside.server.replay.calls import RealCall
from alongside.server.replay.day import Day
from alongside.server.replay.places import Beats
from alongside.server.replay.play import Played
from alongside.server.replay.sources import Source


@dataclass(frozen=True)
class Replayed:
    """One day, the program that answered it, and what came of it."""

    source: Source
    profile: Profile
    day: Day
    beats: Beats
    calls: Sequence[RealCall]
    board: Board
    played: Played
