"""Proof that what was noted stays noted: signed heads, anchors elsewhere, a verifier; reports and alerts over it."""
