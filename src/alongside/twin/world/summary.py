"""What was said in a call, in a sentence that does not contradict what was answered. Invented."""

from dataclasses import dataclass

from alongside.twin.draw import Dice
from alongside.twin.planning.world import CallKind
from alongside.twin.world.numbers import Story, World


@dataclass(frozen=True)
class Summaries:
    """Sentences of the world's stories."""

    dice: Dice
    world: World
    speaks: bool  # whether this program's protocol asks what the stories answer

    def find_story(self, kind: CallKind, entity: str) -> Story | None:
        """One that could be told of such a call; None where nothing more was said than that somebody is to come."""
        told = dict(kind.answers)
        fitting = [one for one in self.world.stories if told and (not self.speaks or fits(one, told))]
        by_id = {one.id: one for one in fitting}
        return by_id[self.dice.choose({one.id: one.weight for one in fitting}, entity, "story")] if fitting else None

    def say(self, story: Story | None, language: str, entity: str) -> str:
        """The sentence."""
        return self.dice.pick((story.texts if story else self.world.untold)[language], entity, "summary")


def fits(story: Story, told: dict[str, str]) -> bool:
    """Whether every answer that both know could be given in this story."""
    return all(told[name] in weights for name, weights in story.answers.items() if name in told)
