"""What people call about: one story, by its weights, with what is answered to the protocol's questions. Planning's kinds of call are
counted from these (``twin/today/kinds``); a call of the living city is then one of those kinds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alongside.core.codes import Origin
from alongside.core.intake.protocol import Protocol as Questions
from alongside.twin.draw import Dice
from alongside.twin.world.answers import sample_answers
from alongside.twin.world.numbers import Story, World


@dataclass(frozen=True)
class Content:
    """What is said in one call."""

    origin: Origin
    language: str
    answers: tuple[tuple[str, str], ...]

    @property
    def minor(self) -> bool:
        """Whether the caller says that the person is not grown up."""
        return dict(self.answers).get("age") in ("youth", "child")


@dataclass(frozen=True)
class Contents:
    """What may be said by whoever calls one program."""

    dice: Dice
    world: World
    questions: Questions
    origins: frozenset[Origin]
    examples: Sequence[Mapping[str, str]] = ()  # answers of example calls, where the protocol is not the one the stories speak

    def sample(self, entity: str) -> Content:
        """What this call is about."""
        language = "es" if self.dice.happens(self.world.chances["spanish"], entity, "spanish") else "en"
        answers = sample_answers(self.dice, self.world, self.questions, self._story(entity), self.examples, entity, language)
        return Content(self._origin(entity), language, answers)

    def _story(self, entity: str) -> Story:
        by_id = {story.id: story for story in self.world.stories}
        return by_id[self.dice.choose({id: story.weight for id, story in by_id.items()}, entity, "story")]

    def _origin(self, entity: str) -> Origin:
        served = {name: weight for name, weight in self.world.origins.items() if Origin(name) in self.origins}
        return Origin(self.dice.choose(served, entity, "origin")) if served else sorted(self.origins)[0]
