"""Addresses of referrals, and what is shown to a service without an account."""

from django.urls import path

from alongside.server.referral import fhir, list_page, new_page, one_page, partner_page, unanswered_file
from alongside.server.referral.by_invitation import invited
from alongside.server.site.invited.shows import SHOWS, Shown

urlpatterns = [
    path("referrals/", list_page.list_referrals, name="referrals"),
    path("referrals/new/<str:episode>", new_page.new, name="referral_new"),
    path("referrals/unanswered.csv", unanswered_file.unanswered_csv, name="referrals_unanswered"),
    path("referrals/<str:referral>", one_page.one, name="referral"),
    path("referrals/<str:referral>/fhir.json", fhir.as_fhir, name="referral_fhir"),
    path("referred/", partner_page.list_asked, name="referred"),
]
SHOWS["referral"] = Shown("referral/_invited.html", invited)
ROUTES = {
    **dict.fromkeys(("referrals", "referrals_unanswered", "referral_new", "referral", "referral_fhir"), "referral"),
    "referred": "referred",
}
