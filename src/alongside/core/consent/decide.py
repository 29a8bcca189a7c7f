"""Which function of consent answers which request and which timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.consent import ending, recording
from alongside.core.consent import requests as r
from alongside.core.fact import Fact

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.RecordConsent: recording.record_consent,
    r.WithdrawConsent: ending.withdraw_consent,
    r.EndConsent: ending.end_consent,
    r.ReportConsentWrong: ending.report_wrong,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {ClockKind.CONSENT: ending.consent_due}
