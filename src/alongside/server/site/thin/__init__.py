"""The few URLs that are asked a thousand times a minute, answered without the framework but by its rules."""
