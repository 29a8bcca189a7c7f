"""Who calls the living city: the calls of its planning world at its seed, in words. A restarted city knows its calls again."""

from dataclasses import dataclass, replace

from msgspec.structs import replace as with_other

from alongside.core.codes import Origin
from alongside.twin.draw import Dice
from alongside.twin.engine.asking import is_minor
from alongside.twin.planning import columns as c
from alongside.twin.planning.hour import sample_hour
from alongside.twin.planning.world import HOUR_MS, PlanningWorld
from alongside.twin.today.offset import east_of
from alongside.twin.world import place_words, summary, where
from alongside.twin.world.call import Call
from alongside.twin.world.numbers import World


@dataclass(frozen=True)
class Callers:
    """The people of one area. What chance decides about a call is the planning world's; exact spots and all words are drawn with ``dice``.

    ``demand``: times the world's calls.
    """

    dice: Dice
    planning: PlanningWorld
    demand: float
    world: World
    places: where.Whereabouts
    summaries: summary.Summaries

    def list_calls(self, hour: int) -> tuple[Call, ...]:
        """The calls that ring in this hour since the epoch, in order of time; those told again may ring in the next."""
        if not self.demand:
            return ()
        hour_at, zone = hour * HOUR_MS, self.places.area.zone
        there = with_other(self.planning, east_ms=east_of(zone, hour_at))  # hours count by the wall clock, also after it was changed
        sampled = sample_hour(there, hour_at, self.dice.seed, self.demand)
        first = [self._call(f"call:{entity}", hour_at + rings, drawn) for entity, rings, drawn in sampled]
        again = [self._again(call) for call in first if self.dice.happens(self.world.chances["duplicate"], call.id, "again")]
        return tuple(sorted((*first, *again), key=lambda call: (call.rings_at, call.id)))

    def _call(self, entity: str, rings_at: int, drawn: tuple[int, ...]) -> Call:
        dice, chances = self.dice, self.world.chances
        kind = self.planning.kinds[drawn[c.KIND]]
        story = self.summaries.find_story(kind, entity)
        spot, around = self.places.at(drawn[c.PLACE], entity)
        at = (story.place if story else "") or ("home" if dice.happens(0.55, entity, "at home") else "street")
        texts = {
            "place": place_words.say_place(dice, self.world, at, spot, around, entity, kind.language),
            "summary": self.summaries.say(story, kind.language, entity),
            "call_back": self._call_back(entity, "call back"),
        }
        return Call(
            id=dice.name(entity, "incident"), rings_at=rings_at, origin=Origin(kind.origin), spot=spot,
            uncertainty_m=15 if at == "home" else 60, place_known=dice.happens(chances["place_known_at_once"], entity, "place known"),
            callback_known=dice.happens(chances["callback_known"], entity, "call back known"), language=kind.language,
            minor=is_minor(kind), answers=kind.answers, level=kind.level, drawn=drawn, texts=texts,
        )  # fmt: skip

    def _again(self, call: Call) -> Call:
        """Somebody else calls about the same person."""
        later = self.dice.quantile(self.world.minutes["duplicate_after"], call.id, "again after") * 60_000
        return replace(
            call, id=self.dice.name(call.id, "again"), rings_at=call.rings_at + int(later), origin=Origin.CALL_911,
            spot=self.places.beside(call.spot), uncertainty_m=80, place_known=True, callback_known=True, language="en",
            texts={**call.texts, "call_back": self._call_back(call.id, "other call back")}, repeats=call.id,
        )  # fmt: skip

    def _call_back(self, entity: str, purpose: str) -> str:
        """A number nobody has: 555-01xx."""
        return f"801-555-{100 + int(self.dice.uniform(entity, purpose) * 100):04d}"
