"""From a program and its roads to the people who call there."""

from dataclasses import replace

from alongside.core.travel import Spot
from alongside.library.programs.profile import Profile
from alongside.library.protocols.examples import load_examples
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.planning.world import PlanningWorld
from alongside.twin.world.calls import Callers
from alongside.twin.world.contents import Contents
from alongside.twin.world.numbers import World
from alongside.twin.world.summary import Summaries
from alongside.twin.world.where import Whereabouts, lay_grounds


def make_callers(profile: Profile, travel: RoadTravel, dice: Dice, planning: PlanningWorld, world: World, demand: float) -> Callers:
    """The people who call in this program's area: as the planning world has them, answering this program's protocol."""
    places = make_whereabouts(profile, travel, dice, world)
    grounds = lay_grounds(places.weights(), profile.area, planning)
    asked = profile.rules.protocols[profile.rules.program.protocol].compiled.index
    speaks = all(name in asked for story in world.stories for name in story.answers)
    return Callers(dice, planning, demand, world, replace(places, grounds=grounds), Summaries(dice, world, speaks))


def make_contents(profile: Profile, dice: Dice, world: World) -> Contents:
    """What they may say."""
    protocol = profile.rules.protocols[profile.rules.program.protocol]
    examples = tuple(example.answers for example in load_examples(protocol.id))
    return Contents(dice, world, protocol, profile.rules.program.origins, examples)


def make_whereabouts(profile: Profile, travel: RoadTravel, dice: Dice, world: World) -> Whereabouts:
    """Where they are."""
    return Whereabouts(dice, world, profile.area, RoadNodes(travel))


class RoadNodes:
    """The road nodes calls come from."""

    def __init__(self, travel: RoadTravel) -> None:
        self.travel = travel

    def near(self, spot: Spot) -> Spot:
        """The road node nearest a spot; the spot itself where no road is near."""
        node = self.travel.snapper.snap(spot).node
        graph = self.travel.graph
        return Spot(int(graph.lat[node]), int(graph.lon[node])) if node >= 0 else spot
