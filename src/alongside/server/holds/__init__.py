"""Legal holds on screen: written where verified law allows it, with the latest time first."""
