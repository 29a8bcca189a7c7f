"""What this server can do, as FHIR clients ask first. It says nothing of anybody."""

from alongside.server.fhir.outcome import Resource

SEARCHED = {"owner": "reference", "status": "token", "_lastUpdated": "date", "_id": "token"}


def capability(base: str) -> Resource:
    """The CapabilityStatement."""
    return {
        "resourceType": "CapabilityStatement",
        "status": "active",
        "date": "2026-11-26",
        "kind": "instance",
        "software": {"name": "Alongside"},
        "implementation": {"description": "Referrals, answered by the organization that was asked", "url": base},
        "fhirVersion": "4.0.1",
        "format": ["application/fhir+json"],
        "patchFormat": ["application/json-patch+json"],
        "rest": [
            {
                "mode": "server",
                "security": {"description": "A session of your own account, or Authorization: Bearer with your client's token."},
                "resource": [
                    {
                        "type": "Task",
                        "supportedProfile": [
                            "http://hl7.org/fhir/us/sdoh-clinicalcare/StructureDefinition/SDOHCC-TaskForReferralManagement"
                        ],
                        "interaction": [{"code": one} for one in ("read", "update", "patch", "search-type")],
                        "versioning": "versioned-update",
                        "conditionalRead": "not-match",
                        "readHistory": False,
                        "updateCreate": False,
                        "searchParam": [{"name": name, "type": kind} for name, kind in SEARCHED.items()],
                    }
                ],
            }
        ],
    }
