"""After the scene: the promise to reach the person again, kept or rising to a supervisor."""
