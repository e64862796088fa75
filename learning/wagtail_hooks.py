"""What `learning` adds to the Wagtail admin."""

from django.http import HttpRequest
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


# Words of the menu that Wagtail's Indonesian leaves in English.
MENU_LABELS = {"reports": "Laporan", "help": "Bantuan", "settings": "Pengaturan"}


@hooks.register("construct_main_menu")
def say_it_in_indonesian(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    for item in menu_items:
        item.label = MENU_LABELS.get(item.name, item.label)
