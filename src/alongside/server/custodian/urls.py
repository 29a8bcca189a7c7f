"""The custodian's addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.custodian import files, handing_out, keeping_page, list_page, package_page, release_page, signing

urlpatterns = [
    path("records/", list_page.list_releases, name="records"),
    path("records/keeping", keeping_page.keeping, name="records_keeping"),
    path("records/<str:id>", release_page.release, name="records_release"),
    path("records/<str:id>/sign", signing.sign, name="records_sign"),
    path("records/<str:id>/hand-out", handing_out.hand_out, name="records_hand_out"),
    path("records/<str:id>/file/<str:piece>", files.piece_file, name="records_file"),
    path("records/<str:id>/paper", files.asked_paper, name="records_paper"),
    path("records/<str:id>/package", package_page.package, name="records_package"),
    path("records/<str:id>/package.json", package_page.package_json, name="records_package_json"),
]
ROUTES = {
    "records": "custodian",
    "records_keeping": "custodian",
    "records_release": "custodian",
    "records_sign": "custodian",
    "records_hand_out": "custodian",
    "records_file": "custodian",
    "records_paper": "custodian",
    "records_package": "custodian",
    "records_package_json": "custodian",
}
