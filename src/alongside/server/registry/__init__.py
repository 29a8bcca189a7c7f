"""The registry: families enrol somebody who may wander; whoever searches finds them by what is said."""
