"""The registry of people who may wander: enrolled by those who care for them, and looked in by whoever searches."""
