"""What `tutorials` adds to the Wagtail admin."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from wagtail import hooks
from wagtail.models import Page

from tutorials import fixed_pages


@hooks.register("before_delete_page")
@hooks.register("before_unpublish_page")
def keep_fixed_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    return fixed_pages.keep(request, [page])


@hooks.register("before_move_page")
def keep_fixed_page_in_place(request: HttpRequest, page: Page, destination: Page) -> HttpResponse | None:
    return fixed_pages.keep(request, [page])


@hooks.register("before_bulk_action")
def keep_fixed_pages(request: HttpRequest, action: str, objects: Iterable[object], view: object) -> HttpResponse | None:
    return fixed_pages.keep_from_bulk(request, action, objects)
