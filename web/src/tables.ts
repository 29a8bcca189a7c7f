// Written by ./dev tables from src/alongside/core/life.py. Do not edit: a test compares this file with the core.
export const INCIDENT = {
  "scheduled": [
    "cancelled",
    "open",
    "scheduled"
  ],
  "open": [
    "cancelled",
    "closed",
    "scheduled"
  ],
  "closed": [
    "open"
  ],
  "cancelled": [
    "open"
  ]
} as const;

export const ASSIGNMENT = {
  "assigned": [
    "acknowledged",
    "cancelled",
    "declined",
    "enroute",
    "withdrawn"
  ],
  "acknowledged": [
    "cancelled",
    "cleared",
    "enroute",
    "on_scene",
    "with_person"
  ],
  "enroute": [
    "cancelled",
    "cleared",
    "on_scene",
    "staged"
  ],
  "staged": [
    "cancelled",
    "cleared",
    "enroute",
    "on_scene"
  ],
  "on_scene": [
    "cancelled",
    "cleared",
    "staged",
    "with_person"
  ],
  "with_person": [
    "cancelled",
    "cleared",
    "transporting"
  ],
  "transporting": [
    "at_place",
    "cancelled",
    "cleared",
    "with_person"
  ],
  "at_place": [
    "cleared",
    "transporting"
  ],
  "cleared": [],
  "cancelled": [],
  "withdrawn": [],
  "declined": []
} as const;

export const UNIT = {
  "off_duty": [
    "in_service"
  ],
  "in_service": [
    "off_duty",
    "out_of_service"
  ],
  "out_of_service": [
    "in_service",
    "off_duty"
  ]
} as const;

export const OFFER = {
  "none": [
    "offered"
  ],
  "offered": [
    "accepted",
    "dropped",
    "none"
  ],
  "accepted": [
    "accepted",
    "dropped",
    "none"
  ],
  "dropped": [
    "accepted",
    "none",
    "offered"
  ]
} as const;

export const RESERVATION = {
  "reserved": [
    "agreed",
    "declined",
    "handed_over",
    "lapsed",
    "taken_back"
  ],
  "agreed": [
    "agreed",
    "declined",
    "handed_over",
    "lapsed",
    "taken_back"
  ],
  "declined": [],
  "lapsed": [],
  "taken_back": [],
  "handed_over": []
} as const;

export const FOLLOW_UP = {
  "due": [
    "closed",
    "taken"
  ],
  "taken": [
    "closed",
    "kept"
  ],
  "kept": [],
  "closed": []
} as const;

export const EPISODE_ENDS = {
  "seen": [],
  "resolved": [],
  "not_behavioural": [],
  "declined": [
    "supervisor_at_high_risk"
  ],
  "not_found": [
    "supervisor_at_high_risk"
  ],
  "not_reached": [
    "supervisor"
  ],
  "died": [],
  "taken_over": [
    "named_agency"
  ],
  "duplicate": [
    "linked_incident"
  ],
  "cancelled": [
    "supervisor_at_high_risk"
  ]
} as const;

export const REMOTE_ONLY = [
  [
    "acknowledged",
    "with_person"
  ]
] as const;

export const REPORTED_BY_CREW = [
  "acknowledged",
  "at_place",
  "cleared",
  "declined",
  "enroute",
  "on_scene",
  "staged",
  "transporting",
  "with_person"
] as const;

export const DISPOSITIONS = [
  "resolved_by_phone",
  "resolved_on_scene",
  "referred",
  "transported_voluntary",
  "transported_hold",
  "transported_ems",
  "transported_van",
  "declined_service",
  "not_found",
  "arrested",
  "cited",
  "died",
  "not_behavioural"
] as const;

export const END_REASONS = [
  "seen",
  "resolved",
  "not_behavioural",
  "declined",
  "not_found",
  "not_reached",
  "died",
  "taken_over",
  "duplicate",
  "cancelled"
] as const;

export const POLICE_ROLES = [
  "none",
  "staged_unseen",
  "present",
  "lead",
  "released"
] as const;

export const ORIGINS = [
  "call_911",
  "call_988",
  "officer",
  "dispatcher",
  "self_staged",
  "community",
  "walk_in",
  "facility",
  "data_review"
] as const;

export const ATTEMPT_OUTCOMES = [
  "seen",
  "spoke",
  "no_answer",
  "left_message",
  "declined",
  "wrong_contact",
  "returned_to_crisis"
] as const;

export const ASSIGNMENT_STATUSS = [
  "assigned",
  "acknowledged",
  "enroute",
  "staged",
  "on_scene",
  "with_person",
  "transporting",
  "at_place",
  "cleared",
  "cancelled",
  "withdrawn",
  "declined"
] as const;

