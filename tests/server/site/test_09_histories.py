"""A history is read by people: no code, no “unknown, unknown”, no date as machines write it; in English and in Spanish."""

from collections.abc import Mapping

import pytest

from alongside.core.board import Board
from alongside.core.dispatch.facts import OtherChoiceExplained
from alongside.core.fact import Fact
from alongside.core.handoff.facts import CapacitySet
from alongside.core.intake.facts import RedFlagReported, WeaponReported
from alongside.core.person.facts import ItemWritten, TreatmentBegun
from alongside.core.registry.facts import EnrollmentRenewed
from alongside.library.programs import load_program
from alongside.server.site.names import Names
from alongside.server.site.said_times import say_moment
from alongside.server.site.sentences_told import line_of
from alongside.server.site.wording import Wording
from tests.server.site.test_05_sentences import spanish

AT = 1_795_676_400_000  # 26 November 2026, 00:00 in Utah
DAY, ZONE = 86_400_000, "America/Denver"
WORDS = spanish()


def told(fact: Fact, language: str = "en") -> str:
    """The line as the page of a history shows it."""

    def translate(text: str, to: str) -> str:
        return text if to == "en" else WORDS[text]

    fields: Mapping[str, object] = {name: getattr(fact, name) for name in fact.__dataclass_fields__}
    template = translate(line_of(fact), language)
    return template.format_map(Wording(fields, Names(load_program("tailored"), {}), Board(), language, translate))


def weapon(weapon: str, place: str, state: str) -> WeaponReported:
    return WeaponReported("incident/i1", AT, "i1", weapon, place, state, "caller")


@pytest.mark.parametrize(
    ("fact", "english", "in_spanish"),
    [
        (weapon("unknown", "unknown", "denied"), "No weapon (told by: caller).", "Ningún arma (según: quien llama)."),
        (
            weapon("unknown", "unknown", "unknown"),
            "Nobody knows about a weapon (told by: caller).",
            "Nadie sabe si hay un arma (según: quien llama).",
        ),
        (
            weapon("blade", "in_hand", "seen"),
            "Knife or blade, in the hand: seen (told by: caller).",
            "Cuchillo u objeto cortante, en la mano: vista (según: quien llama).",
        ),
        (weapon("firearm", "unknown", "reported"), "Gun: reported (told by: caller).", "Arma de fuego: reportada (según: quien llama)."),
    ],
)
def test_01_a_weapon_is_told_as_it_was(fact: Fact, english: str, in_spanish: str) -> None:
    assert (told(fact), told(fact, "es")) == (english, in_spanish)


def test_02_a_medical_sign_that_is_not_there_is_no_sign() -> None:
    lines = [told(RedFlagReported("incident/i1", AT, "i1", "ingestion", state, "intake")) for state in ("yes", "no", "unknown")]
    assert lines == [
        "Medical sign: Took something (at intake).",
        "Medical sign, asked: Took something: no (at intake).",
        "Medical sign, not known yet: Took something (at intake).",
    ]


def test_03_what_was_written_chosen_free_and_who_treats_are_called_as_on_the_pages() -> None:
    item = ItemWritten("person/p1", AT, "p1", "n1", "", "what_calms", "k-tanaka", "lakeside-police", "family")
    lines = [
        told(fact, "es")
        for fact in (
            item,
            TreatmentBegun("person/p1", AT, "p1", "bridges-behavioral", False),
            OtherChoiceExplained("incident/i1", AT, "a1", "i1", "knows_the_person"),
            CapacitySet("facility/granite", AT, "granite-receiving", "crisis_bed", 2),
        )
    ]
    assert lines[:3] == [
        "Escrito en el expediente de la persona: Lo que calma.",
        "Salud Mental Bridges (inventado) atiende a la persona.",
        "Se eligió otra opción que la primera para i1: conoce a la persona.",
    ]
    assert lines[3].endswith("tiene 2 libres: Camas de crisis.")


def test_04_a_day_is_said_by_its_month_and_with_its_year_only_where_that_is_another() -> None:
    assert [say_moment(AT + later, ZONE, str.title, AT) for later in (3_600_000, DAY)] == ["01:00", "27 Nov 00:00"]
    assert say_moment(AT, ZONE, str.title, None, with_day=True) == "26 Nov 2026 00:00"
    enrolled = EnrollmentRenewed("person/p1", AT, "p1", AT + 60 * DAY)
    assert told(enrolled).endswith("until 25 Jan 2027 00:00.")
    assert told(enrolled, "es").endswith("25 ene 2027 00:00.")
