"""The columns of a sampled call: everything chance decides about it, drawn before any engine runs. Durations in ms."""

PLACE, KIND, TRIAGE, READY, END, OUTCOME, SCENE, LOOK, WRAP, BY_PHONE, PHONE_RESOLVES = range(11)
TURNS = 4  # what is drawn for each unit sent, and for each place asked; the fifth is as the first
ACKNOWLEDGE, TURNOUT, DRIVE, CONTACT = 11, 15, 19, 23
ANSWER, YES = 27, 31  # how long a place takes to answer, and where in 0 to 1,000,000 its answer falls
DOOR, DOOR_EMERGENCY, STAY, STAY_EMERGENCY, TAKEN, FIRST_TRY, TRIES = 35, 36, 37, 38, 39, 40, 41
WIDTH = 42

ENGAGED, DECLINED, NOT_FOUND = range(3)  # END
RESOLVED, REFERRED, TAKEN_ALONG, ARRESTED = range(4)  # OUTCOME
MILLION = 1_000_000
