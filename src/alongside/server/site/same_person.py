"""How somebody knows that two records are one person's, in words. Spanish is in the catalogue."""

BECAUSE = {
    "said_so": "the person says so", "same_document": "the same document both times", "family_said": "family says so",
    "met_before": "I have met the person under both", "provider_said": "a provider of theirs says so",
}  # fmt: skip
