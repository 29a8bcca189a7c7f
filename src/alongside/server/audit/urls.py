"""The audit's addresses, and what somebody must be allowed to see for each."""

from django.urls import path

from alongside.server.audit import acting, alarm_page, overview, receiving, report_file, report_page

urlpatterns = [
    path("audit/", overview.overview, name="audit"),
    path("audit/report", report_page.report, name="audit_report"),
    path("audit/report.csv", report_file.report_csv, name="audit_report_csv"),
    path("audit/answer", acting.answer_alert, name="audit_answer"),
    path("audit/watch", acting.watch, name="audit_watch"),
    path("audit/reviewed", acting.reviewed, name="audit_reviewed"),
    path("audit/alarm", alarm_page.alarm, name="audit_alarm"),
    path("audit/heads", receiving.keep_head, name="audit_heads"),
]
ROUTES = {
    "audit": "audit",
    "audit_report": "audit",
    "audit_report_csv": "audit",
    "audit_answer": "audit",
    "audit_watch": "audit",
    "audit_reviewed": "audit",
    "audit_alarm": "audit_alarm",
    "audit_heads": "open",
}
