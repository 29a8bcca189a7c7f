"""Who calls, when, from where, and what they say: a pure function of the seed, so a restarted city knows its calls again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from alongside.core.codes import Origin
from alongside.core.intake.protocol import Protocol as Questions
from alongside.twin.draw import Dice
from alongside.twin.world.answers import sample_answers
from alongside.twin.world.call import Call
from alongside.twin.world.numbers import Story, World
from alongside.twin.world.place_words import say_place
from alongside.twin.world.where import Whereabouts

HOUR_MS = 3_600_000


@dataclass(frozen=True)
class Callers:
    """The people of one area."""

    dice: Dice
    world: World
    places: Whereabouts
    questions: Questions
    origins: frozenset[Origin]
    examples: Sequence[Mapping[str, str]] = ()  # answers of example calls, where the protocol is not the one the stories speak
    rate: float = 1.0

    def list_calls(self, hour: int) -> tuple[Call, ...]:
        """The calls that ring in this hour since the epoch, in order of time; those told again may ring in the next."""
        entity = f"hour:{hour}"
        count = self.dice.count(self.mean(hour), entity, "calls")
        first = [self._call(f"{entity}:{n}", hour * HOUR_MS) for n in range(count)]
        again = [self._again(call) for call in first if self.dice.happens(self.world.chances["duplicate"], call.id, "again")]
        return tuple(sorted((*first, *again), key=lambda call: (call.rings_at, call.id)))

    def mean(self, hour: int) -> float:
        """Calls expected in this hour, by local hour and weekday."""
        local = datetime.fromtimestamp(hour * 3600, ZoneInfo(self.places.area.zone))
        return self.world.mean_calls(local.weekday(), local.hour) * self.rate

    def _call(self, entity: str, hour_at: int) -> Call:
        dice, chances = self.dice, self.world.chances
        story = self._story(entity)
        language = "es" if dice.happens(chances["spanish"], entity, "spanish") else "en"
        spot, around = self.places.place(entity)
        answers = sample_answers(dice, self.world, self.questions, story, self.examples, entity, language)
        kind = story.place or ("home" if dice.happens(0.55, entity, "at home") else "street")
        texts = {
            "place": say_place(dice, self.world, kind, spot, around, entity, language),
            "summary": dice.pick(story.texts[language], entity, "summary"),
            "call_back": f"801-555-{100 + int(dice.uniform(entity, 'call back') * 100):04d}",
        }
        return Call(
            id=dice.name(entity, "incident"),
            rings_at=hour_at + int(dice.uniform(entity, "minute") * HOUR_MS),
            origin=self._origin(entity),
            spot=spot,
            uncertainty_m=15 if kind == "home" else 60,
            place_known=dice.happens(chances["place_known_at_once"], entity, "place known"),
            callback_known=dice.happens(chances["callback_known"], entity, "call back known"),
            language=language,
            minor=dict(answers).get("age") in ("youth", "child"),
            answers=answers,
            texts=texts,
        )

    def _again(self, call: Call) -> Call:
        """Somebody else calls about the same person."""
        later = self.dice.quantile(self.world.minutes["duplicate_after"], call.id, "again after") * 60_000
        spot = self.places.beside(call.spot)
        texts = {**call.texts, "call_back": f"801-555-{100 + int(self.dice.uniform(call.id, 'other call back') * 100):04d}"}
        return Call(
            self.dice.name(call.id, "again"),
            call.rings_at + int(later),
            Origin.CALL_911,
            spot,
            80,
            True,
            True,
            "en",
            call.minor,
            call.answers,
            texts,
            call.id,
        )

    def _story(self, entity: str) -> Story:
        by_id = {story.id: story for story in self.world.stories}
        return by_id[self.dice.choose({id: story.weight for id, story in by_id.items()}, entity, "story")]

    def _origin(self, entity: str) -> Origin:
        served = {name: weight for name, weight in self.world.origins.items() if Origin(name) in self.origins}
        return Origin(self.dice.choose(served, entity, "origin")) if served else sorted(self.origins)[0]
