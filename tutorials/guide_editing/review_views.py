"""/tinjau/<secret>/: a draft as readers would see it, and the form of somebody without an account who decides on it.

Only the form spends the link. Looking changes nothing: chat programs open an address by themselves to show a preview.
"""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from django.views.defaults import page_not_found
from django_htmx.http import HttpResponseClientRedirect

from tutorials.guide_editing.step_diff_view import Comparison, compare
from tutorials.models import GuidePage, ReviewLink
from tutorials.models.review_links import Decision
from tutorials.review_decisions import decide
from tutorials.review_form import ReviewForm
from tutorials.review_links import State, draft_of, find, state_of
from tutorials.views import SeeOther

FRONT = "depan/"  # below the link: the front page of the guide; its steps have their own addresses
STATUS = {State.USED: 200, State.CANCELLED: 410, State.SUPERSEDED: 410, State.EXPIRED: 410}
View = Callable[..., HttpResponseBase]


def secret(view: View) -> View:
    """The address is a key: nobody else is told it, no cache keeps it, no search engine lists what it opens."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        response["Referrer-Policy"] = "same-origin"  # not "no-referrer": the form's Origin would be missing too
        response["X-Robots-Tag"] = "noindex, nofollow"
        return response

    return guarded


@require_http_methods(["GET", "HEAD", "POST"])
@secret
def review(request: HttpRequest, token: str) -> HttpResponse:
    link = find(token)
    state = state_of(link, now=timezone.now()) if link else None
    if link is None or state != State.WAITING:
        return _closed(request, link, state)
    form = ReviewForm(request.POST) if request.method == "POST" else ReviewForm()
    if form.is_valid():
        decide(link, Decision(form.cleaned_data["decision"]), comment=form.cleaned_data["comment"], now=timezone.now())
        return SeeOther(request.path)
    return render(request, "tutorials/review/review.html", _context(link, form, request.path))


@require_http_methods(["GET", "HEAD", "POST"])
@secret
def review_page(request: HttpRequest, token: str, rest: str) -> HttpResponseBase:
    """One page of the draft. Its buttons lead on as they would, and record nothing."""
    link, top = find(token), reverse("tutorials:review", args=[token])
    if link is None or state_of(link, now=timezone.now()) != State.WAITING:
        return SeeOther(top)
    page = draft_of(link)
    page.shown_at = top
    if request.method == "POST":
        return _press(request, page, rest)
    request.is_preview, request.review = True, top  # type: ignore[attr-defined]
    try:
        view, args, kwargs = page.resolve_subpage("/" if rest == FRONT else f"/{rest}")
        response: HttpResponseBase = page.serve(request, view, args, kwargs)
    except Http404 as missing:  # answered here: its address is a key as well
        return page_not_found(request, missing)
    return response


def _context(link: ReviewLink, form: ReviewForm, address: str) -> dict[str, object]:
    page = draft_of(link)
    page.shown_at = address
    return {
        "link": link,
        "page": page,
        "steps": page.numbered_steps(),
        "comparison": _changes(page),
        "form": form,
        "front": f"{address}{FRONT}",
    }


def _changes(page: GuidePage) -> Comparison | None:
    """None for a guide that readers do not have yet: all of it is new."""
    live = GuidePage.objects.live().filter(pk=page.pk).first()
    return compare(live, page) if live else None


def _closed(request: HttpRequest, link: ReviewLink | None, state: State | None) -> HttpResponse:
    status = STATUS[state] if state else 404
    return render(request, "tutorials/review/closed.html", {"link": link, "state": state}, status=status)


def _press(request: HttpRequest, page: GuidePage, rest: str) -> HttpResponse:
    """Where a pressed button leads: to the next step, to the reasons, or back to the page that it stands on."""
    step = next((each for each in page.numbered_steps() if rest == f"langkah/{each.number}/tanda/"), None)
    if step is None:
        goal = _nearest(page, rest)
    elif "alasan" in request.POST or request.POST.get("tanda") == "bingung":
        goal = f"{step.url}?bingung=1#bingung"
    else:
        goal = step.following.url if step.following else page.path_on_site
    return HttpResponseClientRedirect(goal) if "HX-Request" in request.headers else SeeOther(goal)


def _nearest(page: GuidePage, rest: str) -> str:
    """The page of the draft at this address, or the one above it."""
    while rest := rest.strip("/"):
        try:
            page.resolve_subpage(f"/{rest}/")
        except Http404:
            rest = rest.rpartition("/")[0]
        else:
            return f"{page.path_on_site}{rest}/"
    return page.path_on_site
