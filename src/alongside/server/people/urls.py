"""Addresses of one's own account, second factors, the identity provider, and staff. Names with underscores are those allauth looks for."""

from django.urls import path

from alongside.server.people import (
    account,
    adding_page,
    by_provider,
    confirming,
    deeds,
    editing,
    factors,
    listing,
    own_contact,
    own_sessions,
    password_page,
    releasing,
    signing_in,
    stations,
)
from alongside.server.site.routes import OPEN, SIGNED_IN

urlpatterns = [
    path("sign-in", signing_in.sign_in, name="account_login"),
    path("sign-in/code", confirming.second_factor, name="mfa_authenticate"),
    path("sign-in/passkey", confirming.passkey_sign_in, name="mfa_login_webauthn"),
    path("sign-in/oidc/<str:provider_id>/", by_provider.login, name="openid_connect_login"),
    path("sign-in/oidc/<str:provider_id>/back", by_provider.callback, name="openid_connect_callback"),
    path("account/", account.account, name="account"),
    path("account/", account.account, name="mfa_index"),
    path("account/password", password_page.password_change, name="password_change"),
    path("account/sessions", own_sessions.end_own_session, name="end_own_session"),
    path("account/contact", own_contact.keep_own_contact, name="own_contact"),
    path("account/confirm", confirming.confirm_by_password, name="account_reauthenticate"),
    path("account/confirm/code", confirming.confirm_by_code, name="mfa_reauthenticate"),
    path("account/confirm/passkey", confirming.confirm_by_passkey, name="mfa_reauthenticate_webauthn"),
    path("account/app", factors.add_app, name="mfa_activate_totp"),
    path("account/app/remove", factors.remove_app, name="mfa_deactivate_totp"),
    path("account/passkeys/add", factors.add_passkey, name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/remove", factors.remove_passkey, name="mfa_remove_webauthn"),
    path("account/codes", factors.view_codes, name="mfa_view_recovery_codes"),
    path("account/codes/new", factors.renew_codes, name="mfa_generate_recovery_codes"),
    path("here", own_sessions.here, name="here"),
    path("staff/", listing.staff_list, name="staff"),
    path("staff/locked", releasing.locked, name="staff_locked"),
    path("staff/release", releasing.release_lock, name="staff_release"),
    path("staff/new", adding_page.new, name="staff_new"),
    path("staff/workstations", stations.stations, name="workstations"),
    path("staff/person/<str:id>", editing.edit, name="staff_edit"),
    path("staff/person/<str:id>/do", deeds.do, name="staff_do"),
]
ROUTES = {
    **dict.fromkeys(("account_login", "mfa_authenticate", "mfa_login_webauthn", "openid_connect_login", "openid_connect_callback"), OPEN),
    **dict.fromkeys(("account", "mfa_index", "password_change", "end_own_session", "own_contact", "here"), SIGNED_IN),
    **dict.fromkeys(("account_reauthenticate", "mfa_reauthenticate", "mfa_reauthenticate_webauthn"), SIGNED_IN),
    **dict.fromkeys(("mfa_activate_totp", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_remove_webauthn"), SIGNED_IN),
    **dict.fromkeys(("mfa_view_recovery_codes", "mfa_generate_recovery_codes"), SIGNED_IN),
    **dict.fromkeys(("staff", "staff_new", "staff_edit", "staff_do", "workstations"), "staff"),
    **dict.fromkeys(("staff_locked", "staff_release"), "locked_names"),
}
