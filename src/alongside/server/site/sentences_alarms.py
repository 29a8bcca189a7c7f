"""What must not be overlooked."""

ALARMS: dict[str, str] = {
    "alarm_help_asked": "{unit} asks for help.",
    "alarm_nobody_responsible": "Nobody is responsible at {incident}: {party} is not staffed.",
    "alarm_page_unanswered": "{unit} has not acknowledged {incident}.",
    "alarm_responsible_silent": "{party} has been silent about {incident}.",
    "alarm_red_flags_open": "{unit} drives somebody of {incident} with medical signs left open: {left}. Ask now.",
    "alarm_weapon_question": "Nobody knows about a weapon at {incident}, and a crew will soon be there: ask again.",
    "alarm_need_waiting": "{incident} has waited past its limit with nobody sent.",
    "alarm_return_due": "Nobody answered at {incident}, the time to come back has come, and nobody is on the way.",
    "alarm_transfer_unanswered": "{party} has not answered the transfer of {incident}.",
    "alarm_follow_up_overdue": "A follow-up of {incident} is overdue: {party}.",
    "alarm_referral_overdue": "A referral of {incident} is overdue: {party}.",
    "alarm_report_overdue": "A mandated report about {incident} is overdue: {staff}.",
    "alarm_drop_off_late": "{unit} waits at the door of {facility} longer than its target of {minutes} min.",
    "alarm_transport_wanted": "{incident}: transport is wanted, {means}, and nobody is sent for it.",
    "alarm_hold_over": "A legal hold of {incident} is past its latest time ({latest_at}): write how it ended.",
    "alarm_hold_near": "A legal hold of {incident} ends at the latest {latest_at}.",
    "alarm_invitation_locked": "The link for {party} about {incident} is shut after wrong PINs: call them.",
    "alarm_late_request": "A late request ({asked}) from a device no longer fits and waits for you.",
}
