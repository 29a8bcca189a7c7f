"""Who must sign: the person; for a child the guardian; from 12 to 17 as the jurisdiction says."""

from alongside.core.asking import Asking
from alongside.core.consent.kinds import PART2
from alongside.core.person.state import Person
from alongside.core.refused import Refused

PERSON, GUARDIAN, BOTH, REPRESENTATIVE = "person", "guardian", "both", "representative"
SIGNERS = frozenset({PERSON, GUARDIAN, BOTH, REPRESENTATIVE})


def may_sign(age: str, law_lets_minors: bool, about: str) -> frozenset[str]:
    """Who may sign at this age; 42 CFR 2.14: where a minor may agree to the care alone, only the minor agrees to its disclosure."""
    if age == "adult":
        return frozenset({PERSON, REPRESENTATIVE})
    if age == "child":
        return frozenset({GUARDIAN, BOTH})
    if age != "teen":
        return frozenset()
    if law_lets_minors:
        return frozenset({PERSON, BOTH}) | (frozenset() if about in PART2 else {GUARDIAN})
    return frozenset({BOTH}) if about in PART2 else frozenset({GUARDIAN, BOTH})


def signers_now(asking: Asking, person: Person, about: str) -> frozenset[str]:
    """Who may sign this kind now; nobody while the age is not known."""
    law = asking.rules.law.get("minor_consent")
    return may_sign(person.age_at(asking.now), law is not None and law.is_in_force(asking.now), about)


def must_be_signer(asking: Asking, person: Person, about: str, signer: str) -> None:
    """Refuse a signature that would not count."""
    allowed = signers_now(asking, person, about)
    if not allowed:
        raise Refused("consent_age_unknown")
    if signer not in allowed:
        raise Refused("consent_other_signer", signer=signer, allowed=", ".join(sorted(allowed)))


def is_minors_own(age: str, signer: str) -> bool:
    """A teenager signed alone: guardians are not shown that this exists."""
    return age == "teen" and signer == PERSON
