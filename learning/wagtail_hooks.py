"""What `learning` adds to the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.menu import DismissibleMenuItem, MenuItem
from wagtail.admin.ui.components import Component

from learning.mending import step_references  # noqa: F401  # answers what the archive of steps asks
from learning.mending.side_panel import UrgentStepsPanel
from learning.mending.todo_views import AddTodoView, TodosView, TodoView
from learning.mending.weekly_view import WeeklyView
from learning.reports import StuckPointsView


@hooks.register("register_admin_urls")
def register_report_urls() -> list[URLPattern]:
    return [
        path("laporan/titik-macet/", StuckPointsView.as_view(), name="stuck-points"),
        path("laporan/titik-macet/mingguan/", WeeklyView.as_view(), name="stuck-weekly"),
        path("laporan/tugas-perbaikan/", TodosView.as_view(), name="todos"),
        path("laporan/tugas-perbaikan/baru/", AddTodoView.as_view(), name="todo-add"),
        path("laporan/tugas-perbaikan/<int:pk>/", TodoView.as_view(), name="todo"),
    ]


@hooks.register("register_reports_menu_item")
def register_stuck_points() -> MenuItem:
    return MenuItem("Titik macet", reverse("stuck-points"), name="titik-macet", icon_name="crosshairs", order=100)


@hooks.register("register_reports_menu_item")
def register_todos() -> MenuItem:
    return MenuItem("Tugas perbaikan", reverse("todos"), name="tugas-perbaikan", icon_name="list-ul", order=110)


@hooks.register("construct_homepage_panels")
def show_urgent_steps(request: HttpRequest, panels: list[Component]) -> None:
    panels.append(UrgentStepsPanel())


# Words of the menu that Wagtail's Indonesian leaves in English.
MENU_LABELS = {"reports": "Laporan", "help": "Bantuan", "settings": "Pengaturan"}


@hooks.register("construct_main_menu")
def say_it_in_indonesian(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    for item in menu_items:
        item.label = MENU_LABELS.get(item.name, item.label)


@hooks.register("construct_help_menu")
def leave_out_what_is_english(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's news and its guide lead to pages in English, and count as unread on the menu until they are opened."""
    menu_items[:] = [item for item in menu_items if not isinstance(item, DismissibleMenuItem)]
