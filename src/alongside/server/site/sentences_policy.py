"""What happened to the policy, and why something about it was refused: one line for each code."""

POLICY_FACTS: dict[str, str] = {
    "PolicyProposed": "{author} proposes a change of the policy.",
    "PolicyApproved": "{author} agreed to a change of the policy; in force from {from_at}.",
    "PolicyDeclined": "{author} declined a change of the policy.",
    "PolicyWithdrawn": "A proposed change of the policy was taken back.",
    "PolicyRolledBack": "{author} rolled a change of the policy back.",
}
POLICY_REFUSED: dict[str, str] = {
    "policy_again_after_due": "A follow-up would be tried again only after it is due. Shorten the time until it is tried again.",
    "policy_changes_nothing": "This changes nothing of what will be in force then. Change at least one setting.",
    "policy_codes_wrong": "One of the lists names nothing, something twice, or something that is not known here. Put it right.",
    "policy_connected_too_long": "At level {level} somebody stays on the line until a team is there: a team must arrive within 30 minutes.",
    "policy_exists": "This was proposed already.",
    "policy_judged": "This is no longer open. Load the page again.",
    "policy_limit_missing": "{crew_kind} is newly ordered at level {level}: write how far it drives at most.",
    "policy_moved_on": "Something else was agreed to or taken back meanwhile, so this would give other rules than you read. Read it again.",
    "policy_nobody_may_go": "At level {level} nobody could be sent to some calls: no crew ordered there may be asked for by “{origin}”.",
    "policy_not_in_force": "This is neither in force nor to come. Load the page again.",
    "policy_not_own": "Only who proposed it takes it back; you can decline it.",
    "policy_out_of_bounds": "One of the settings is beyond what keeps people safe. Put it right.",
    "policy_accounts_tied": "One of you two made the other's account or opened it: somebody else must agree to this, or decline it.",
    "policy_account_newer": "Your account was made or changed after this was proposed: somebody who had theirs before must agree to it.",
    "policy_own": "You proposed this: somebody else must agree to it, or decline it.",
    "policy_rests_on_it": "Something else that was agreed to rests on this one and could not be kept without it. Roll that back first.",
    "policy_said_twice": "One setting was said twice. Load the page again.",
    "policy_sent_after_arrival": "At level {level} somebody would be sent later than they must arrive. Send them sooner.",
    "policy_setting_unknown": "One of the settings is not known here. Load the page again.",
    "policy_too_far": "That is more than a year away. Propose it nearer to its time.",
    "policy_unknown": "There is no such change of the policy. Load the page again.",
}
