"""Referrals answered by a partner's own system: FHIR R4 Task, read, searched and moved on; every move judged by the core."""
