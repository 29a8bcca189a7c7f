"""Which function of the custodian answers which request, and which timer."""

from collections.abc import Callable, Mapping
from typing import Any

from alongside.core.asking import Asking
from alongside.core.codes import ClockKind
from alongside.core.custodian import erasing, preserving, releasing
from alongside.core.custodian import requests as r
from alongside.core.fact import Fact

DECIDE: Mapping[type[Any], Callable[[Asking, Any], tuple[Fact, ...]]] = {
    r.AskRelease: releasing.ask_release,
    r.ChoosePiece: releasing.choose_piece,
    r.SignRelease: releasing.sign_release,
    r.TakeBackSignature: releasing.take_back_signature,
    r.HandOutRelease: releasing.hand_out_release,
    r.CloseRelease: releasing.close_release,
    r.PlacePreservation: preserving.place_preservation,
    r.ReviewPreservation: preserving.review_preservation,
    r.LiftPreservation: preserving.lift_preservation,
    r.ProposeErasure: erasing.propose_erasure,
    r.TakeBackErasure: erasing.take_back_erasure,
    r.SignErasure: erasing.sign_erasure,
    r.FinishErasure: erasing.finish_erasure,
}
DUE: Mapping[ClockKind, Callable[[Asking, str], tuple[Fact, ...]]] = {
    ClockKind.RELEASE: releasing.release_due,
    ClockKind.PRESERVATION: preserving.preservation_due,
}
