"""Who sees what is data: a slip of the pen, and what the law rules out, are refused with file, line and field."""

import shutil
from pathlib import Path

import pytest

from alongside.library.reading import Mistake
from alongside.library.sharing.load import HERE, list_jurisdictions, load_sharing

RULES, FIELDS, LAW = "rules.yaml", "fields.yaml", "jurisdictions/california.yaml"
# (file, what is written there, what is written instead, field of the mistake, a word of its sentence)
MISTAKES = [
    (RULES, "class: safety_flags\n", "class: flags\n", "class", "not known"),
    (RULES, "roles: [nurse]\n    class: identity", "roles: [doctor]\n    class: identity", "roles", "doctor"),
    (RULES, "    ties: [[referral]]\n", "    ties: [referral]\n", "ties", "list of ties"),
    (RULES, "    ties: [[referral]]\n", "", "ties", "without one"),
    (RULES, "    slice: true\n", "", "fields", "slice of a live incident"),
    (RULES, "triggers, what_calms, medical_hazards, emergency_contact]", "triggers, medications]", "fields", "slice"),
    (RULES, "roles: [referral_partner], class: part2", "roles: [patrol], class: part2", "roles", "never see"),
    (RULES, "ties: [[referral]], consents: [given], basis", "ties: [[referral]], basis", "consents", "Part 2"),
    (RULES, "basis: safety", "basis: curiosity", "basis", "curiosity"),
    (RULES, "reason: author_only", "reason: because", "reason", "because"),
    (RULES, "where_contact_prohibited: true", "where_contact_forbidden: true", "where_contact_forbidden", "not a field"),
    (RULES, "id: own_notes", "id: own_summary", "id", "twice"),
    (RULES, "  medics: [", "  nurse: [", "groups.nurse", "already"),
    (FIELDS, "{class: public,", "{class: secret,", "class", "secret"),
    (FIELDS, "  psychotherapy_note: {class: psychotherapy_notes", "  psychotherapy_note: {class: part2", "fields", "psychotherapy_notes"),
    (FIELDS, "label: {en: Allergies, es: Alergias}", "label: {en: Allergies}", "label.es", "missing"),
    (LAW, "2024-07-01", "soon", "from", "a day"),
    (LAW, "slice_ends_after: 2 h", "slice_ends_after: 3 h", "slice_ends_after", "shortened"),
    (LAW, "  minor_consent:", "  minor_consents:", "settings.minor_consents", "not a setting"),
    (LAW, "zone: America/Los_Angeles", "zone: Nowhere", "zone", "time zone"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for file in (RULES, FIELDS, LAW):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        shutil.copy(HERE / file, tmp_path / file)
    return tmp_path


@pytest.mark.parametrize(("file", "written", "instead", "field", "word"), MISTAKES)
def test_1_a_mistake_names_its_place_and_what_to_do(folder: Path, file: str, written: str, instead: str, field: str, word: str) -> None:
    text = (folder / file).read_text()
    assert written in text
    (folder / file).write_text(text.replace(written, instead, 1))
    with pytest.raises(Mistake) as caught:
        load_sharing("california", folder)
    assert caught.value.file == Path(file).name
    assert caught.value.line > 1
    assert field in caught.value.field
    assert word in caught.value.message


def test_2_all_jurisdictions_load_and_differ_by_what_they_say() -> None:
    hashes = {load_sharing(name).rules.hash for name in list_jurisdictions()}
    assert len(hashes) == len(list_jurisdictions()) >= 2
    assert load_sharing("invented").invented


def test_3_a_setting_holds_from_the_first_moment_of_its_day_there() -> None:
    rules = load_sharing("california").rules
    assert not rules.is_in_force("minor_consent", 1_719_817_199_999)
    assert rules.is_in_force("minor_consent", 1_719_817_200_000)
    assert not rules.is_in_force("no_such_setting", 1_719_817_200_000)
