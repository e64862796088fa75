"""Two versions of a guide side by side, step by step, with what is known of how readers fare at each step."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.pages.revisions import RevisionsCompare
from wagtail.admin.views.pages.utils import get_breadcrumbs_items_for_page
from wagtail.images import get_image_model
from wagtail.models import Revision

from tutorials.domain.step_diff import Kind, StepDiff, diff_steps, diff_whole
from tutorials.guide_editing.step_versions import front_of, names, steps_of
from tutorials.models import GuidePage

LIVE, DRAFT = "terbit", "draf"
MOST_OFFERED = 50  # versions in the lists to choose from; older ones are reached from the history
KIND_WORDS = {
    Kind.ADDED: "Langkah baru",
    Kind.REMOVED: "Dihapus",
    Kind.CHANGED: "Diubah",
    Kind.MOVED: "Pindah tempat",
    Kind.SAME: "Sama",
}


@dataclass(frozen=True)
class Side:
    """One of the two versions. `revision` None: the published one, where no revision of it is kept."""

    code: str
    words: str
    page: GuidePage
    revision: Revision | None


@dataclass(frozen=True)
class ShownStep:
    diff: StepDiff
    words: str
    pictures: tuple[tuple[str, object | None, object | None], ...]  # label, image before, image after

    @property
    def is_whole(self) -> bool:
        """Whether all of it came or went: its texts are no comparison, and long."""
        return self.diff.kind in (Kind.ADDED, Kind.REMOVED)


@dataclass(frozen=True)
class Comparison:
    front: ShownStep | None
    steps: tuple[ShownStep, ...]  # those in which something differs
    same: int

    @property
    def is_empty(self) -> bool:
        return self.front is None and not self.steps


def compare(old: GuidePage, new: GuidePage) -> Comparison:
    known = names()
    diffs = diff_steps(steps_of(old, known), steps_of(new, known))
    front = diff_whole(front_of(old), front_of(new))
    images = _images([*diffs, front])
    changed = [step for step in diffs if step.kind != Kind.SAME]
    return Comparison(
        front=_shown(front, images) if front.kind != Kind.SAME else None,
        steps=tuple(_shown(step, images) for step in changed),
        same=len(diffs) - len(changed),
    )


@require_safe
def step_diff(request: HttpRequest, page_id: int) -> HttpResponse:
    """`a`, `b`: the id of a revision, `terbit` or `draf`; without them the draft against what is published."""
    page = guide_for(request, page_id)
    old = _side(page, request.GET.get("a") or (LIVE if page.live else _oldest(page)))
    new = _side(page, request.GET.get("b") or DRAFT)
    context = {
        "page": page,
        "old": old,
        "new": new,
        "comparison": compare(old.page, new.page),
        "choices": _choices(page),
        "header_title": f"Bandingkan: {page.title}",
        "page_title": "Bandingkan",
        "header_icon": "history",
        "breadcrumbs_items": [
            *get_breadcrumbs_items_for_page(page, request.user),
            {"url": reverse("wagtailadmin_pages:history", args=[page.pk]), "label": "Riwayat"},
            {"url": "", "label": "Bandingkan"},
        ],
    }
    return render(request, "tutorials/guide_editing/step_diff.html", context)


@require_admin_access
def compare_revisions(request: HttpRequest, page_id: str, a: str, b: str) -> HttpResponse:
    """Where Wagtail's history leads: guides are compared step by step, other pages as ever."""
    if not GuidePage.objects.filter(pk=page_id).exists():
        return RevisionsCompare.as_view()(request, page_id, a, b)
    code = {"live": LIVE, "latest": DRAFT, "earliest": _oldest(GuidePage(pk=int(page_id)))}
    address = reverse("guide-diff", args=[page_id])
    return HttpResponseRedirect(f"{address}?a={code.get(a, a)}&b={code.get(b, b)}")


def guide_for(request: HttpRequest, page_id: int) -> GuidePage:
    """The guide as it is published or was last, for whoever works with it; 404 and 403 as everywhere in the admin."""
    page = get_object_or_404(GuidePage, pk=page_id)
    may = page.permissions_for_user(request.user)
    if not (may.can_edit() or may.can_publish()):
        raise PermissionDenied
    return page


def _side(page: GuidePage, code: str) -> Side:
    if code == LIVE:
        return Side(LIVE, "yang terbit", page, page.live_revision)
    revision = page.get_latest_revision() if code == DRAFT else _revision(page, code)
    if revision is None:
        return Side(LIVE, "yang tersimpan", page, None)
    when = date_format(timezone.localtime(revision.created_at), "j F Y, H.i")
    return Side(code, f"draf terakhir ({when})" if code == DRAFT else when, revision.as_object(), revision)


def _revision(page: GuidePage, code: str) -> Revision:
    found = page.revisions.filter(pk=code).first() if code.isascii() and code.isdecimal() and len(code) < 19 else None
    if found is None:
        raise Http404("Versi ini tidak ada.")
    return found


def _oldest(page: GuidePage) -> str:
    found = page.revisions.order_by("created_at", "pk").values_list("pk", flat=True).first()
    return str(found) if found else DRAFT


def _choices(page: GuidePage) -> list[tuple[str, str]]:
    revisions = page.revisions.select_related("user").order_by("-created_at", "-pk")[:MOST_OFFERED]
    told = [(str(revision.pk), _words(revision)) for revision in revisions]
    return [*([(LIVE, "Yang terbit")] if page.live else []), (DRAFT, "Draf terakhir"), *told]


def _words(revision: Revision) -> str:
    who = f", {revision.user}" if revision.user else ""
    return f"{date_format(timezone.localtime(revision.created_at), 'j M Y, H.i')}{who}"


def _images(diffs: list[StepDiff]) -> dict[int, object]:
    ids = {pk for step in diffs for picture in step.pictures for pk in (picture.old, picture.new) if pk is not None}
    return dict(get_image_model().objects.in_bulk(ids))


def _shown(step: StepDiff, images: dict[int, object]) -> ShownStep:
    pictures = ((each.label, images.get(each.old or 0), images.get(each.new or 0)) for each in step.pictures)
    return ShownStep(step, KIND_WORDS[step.kind], tuple(pictures))
