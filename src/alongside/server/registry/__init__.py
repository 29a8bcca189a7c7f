"""The registry: families enroll somebody who may wander; whoever searches finds them by what is said."""
