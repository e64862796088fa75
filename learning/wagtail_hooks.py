"""What `learning` adds to the Wagtail admin."""

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from learning.reports import StuckPointsView


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern]:
    return [path("laporan/titik-macet/", StuckPointsView.as_view(), name="stuck-points")]


@hooks.register("register_reports_menu_item")
def register_stuck_points() -> MenuItem:
    return MenuItem("Titik macet", reverse("stuck-points"), name="titik-macet", icon_name="crosshairs", order=100)
