"""From a program and its roads to the people who call there."""

from alongside.core.travel import Spot
from alongside.library.programs.profile import Profile
from alongside.library.protocols.examples import load_examples
from alongside.roads.travel import RoadTravel
from alongside.twin.draw import Dice
from alongside.twin.world.calls import Callers
from alongside.twin.world.numbers import World
from alongside.twin.world.where import Whereabouts


def make_callers(profile: Profile, travel: RoadTravel, dice: Dice, world: World, rate: float) -> Callers:
    """The people who call in this program's area, answering this program's protocol."""
    protocol = profile.rules.protocols[profile.rules.program.protocol]
    examples = tuple(example.answers for example in load_examples(protocol.id))
    places = Whereabouts(dice, world, profile.area, RoadNodes(travel))
    return Callers(dice, world, places, protocol, profile.rules.program.origins, examples, rate)


class RoadNodes:
    """The road nodes calls come from."""

    def __init__(self, travel: RoadTravel) -> None:
        self.travel = travel

    def near(self, spot: Spot) -> Spot:
        """The road node nearest a spot; the spot itself where no road is near."""
        node = self.travel.snapper.snap(spot).node
        graph = self.travel.graph
        return Spot(int(graph.lat[node]), int(graph.lon[node])) if node >= 0 else spot
