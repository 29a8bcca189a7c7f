"""Which function of a person's record answers which request; and of two records that may be of one person."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.fact import Fact
from alongside.core.linkage import decide as linkage
from alongside.core.person import age, carrying, identity, items, minors, treatment
from alongside.core.person import requests as r

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.RecordPerson: identity.record_person,
    r.IdentifyPerson: identity.identify_person,
    r.UndoIdentification: identity.undo_identification,
    r.WriteItems: items.write_items,
    r.ReviewItem: items.review_item,
    r.WithdrawItem: items.withdraw_item,
    r.SetAge: age.set_age,
    r.BeginTreatment: treatment.begin_treatment,
    r.EndTreatment: treatment.end_treatment,
    r.CarryItemOver: carrying.carry_over,
    r.RecordMinorConsent: minors.record_minor_consent,
    **linkage.DECIDE,
}
