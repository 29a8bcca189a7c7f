"""What this reader may write: one form a class of data, with the fields of their role, sources, and dates to look again."""

from alongside.core.party import Actor
from alongside.core.sharing.access import may_ask
from alongside.library.sharing.load import Sharing
from alongside.server.site.looking import Look
from alongside.server.site.record_codes import offer
from alongside.server.site.rows import Row

DAY_MS = 86_400_000
REVIEW_DAYS = (30, 90, 180, 365)
USUAL_DAYS = 180
FORMS = (
    "safety_flags",
    "clinical_summary",
    "identity",
    "clinical_notes",
    "part2",
    "minor_consented",
    "psychotherapy_notes",
    "criminal_justice",
)
SHORT = frozenset({"name", "other_names", "birth_date", "phone", "safe_number", "spoken_language", "emergency_contact", "current_provider"})
INPUTS = {"birth_date": "date", "phone": "tel", "safe_number": "tel"}


def reviews(now: int) -> list[Row]:
    """When a flag is to be looked at again: at most a year ahead (privacy-rules.md 3.5, rule 8)."""
    return [{"days": days, "at": now + days * DAY_MS, "usual": days == USUAL_DAYS} for days in REVIEW_DAYS]


def forms(seen: Look, sharing: Sharing, drafts: dict[str, dict[str, str]], is_adult: bool) -> list[Row]:
    """Forms of this role, in a fixed order; none for who may not write at all."""
    writing = seen.asking.rules.writing
    mine = writing.fields.get(seen.actor.role, frozenset()) if may_ask(seen.actor, "WriteItems") else frozenset[str]()
    found = (_form(seen, sharing, one, mine, drafts.get(one, {})) for one in FORMS if one != "minor_consented" or not is_adult)
    return [form for form in found if form["fields"]]


def _form(seen: Look, sharing: Sharing, data_class: str, mine: frozenset[str], draft: dict[str, str]) -> Row:
    language = seen.view.language
    fields = [
        {"code": field, "word": sharing.fields.labels[field][language], "short": field in SHORT, "type": INPUTS.get(field, "text"),
         "draft": draft.get(field, "")}
        for field in sharing.rules.list_fields(data_class) if field in mine
    ]  # fmt: skip
    return {
        "class": data_class,
        "label": sharing.fields.class_labels[data_class][language],
        "fields": fields,
        "is_flag": data_class == "safety_flags",
        "asks_marks": data_class in ("clinical_summary", "clinical_notes", "safety_flags"),
        "drafted": any(draft.values()),
    }


def choices(actor: Actor, now: int) -> Row:
    """What every form offers. The first source is the one that is most often right for the role."""
    return {
        "sources": offer("source"),
        "withdraws": offer("withdrawn"),
        "marks": offer("marks"),
        "reviews": reviews(now),
        "bases": offer("basis"),
        "undone": offer("undone"),
        "may_treat": may_ask(actor, "BeginTreatment") and bool(actor.agency),
        "may_set_age": may_ask(actor, "SetAge"),
        "may_consent_minor": may_ask(actor, "RecordMinorConsent"),
        "guardians": offer("guardians"),
    }
