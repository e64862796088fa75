"""What every public page has in common: its address on this site, and answers that belong to one reader."""

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page
from wagtail.models.panels import CommentPanelPlaceholder

from tutorials.models.texts import GuardedText


class PublicPage(GuardedText, RoutablePageMixin, Page):  # type: ignore[django-manager-missing]
    shown_at = ""  # set on a version that waits for approval: it is looked at below this address, and linked there

    class Meta:
        abstract = True

    @property
    def path_on_site(self) -> str:
        """The root-relative address, whatever the host is called."""
        if self.shown_at:
            return self.shown_at
        parts = self.get_url_parts()
        return parts[2] if parts else "/"

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        response = super().serve(request, *args, **kwargs)
        # The look and the ticks come from this reader's cookies: no cache may show them to another.
        patch_vary_headers(response, ("Cookie",))
        patch_cache_control(response, private=True, no_cache=True)
        return response


class Undated(models.Model):
    """A page that every other one hangs on: it never goes, nor waits for a day to come."""

    # Without the panel for a schedule.
    settings_panels = [CommentPanelPlaceholder()]

    class Meta:
        abstract = True

    def save(self, *args: object, **kwargs: object) -> None:
        self.go_live_at = self.expire_at = None
        super().save(*args, **kwargs)  # type: ignore[arg-type]  # Wagtail's own signature is untyped
