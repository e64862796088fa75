"""The practice pages: the list, the start of an attempt, its screens, its result."""

from collections.abc import Mapping
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_http_methods, require_safe

from sandbox import attempts, catalogue, result
from sandbox.attempts import Work, open_work
from sandbox.domain.document import Flow, Screen
from sandbox.inbox import messages_until
from sandbox.learners import LearnerRequest
from sandbox.models import Attempt, FlowVersion
from sandbox.screen_form import ScreenForm, raw_of_post, raw_of_stored, real_number_problems

# What a screen says when somebody is taken to another place than the one asked for.
NOTICES = {
    "belum": "Layar itu belum sampai gilirannya. Selesaikan dulu layar ini, ya.",
    "lewat": "Layar itu tidak dipakai pada jalan Anda sekarang. Lanjutkan dari sini.",
    "tersimpan": "Perbaikan Anda sudah tersimpan. Anda kembali ke tempat terakhir.",
}


@require_safe
def flow_list(request: HttpRequest) -> HttpResponse:
    return _practice_page(request, "sandbox/flow_list.html", {"flows": catalogue.published_flows()})


@require_http_methods(["GET", "HEAD", "POST"])
def flow_start(request: LearnerRequest, flow_id: str) -> HttpResponse:
    version = _version_or_404(flow_id)
    flow = catalogue.flow_of(version)
    values = request.POST if request.method == "POST" else request.GET
    begin_at = _begin_at_or_404(flow, values.get("layar", ""))
    context = {"flow": flow, "begin_at": begin_at, "unfinished": _unfinished(request, version)}
    if request.method != "POST":
        return _practice_page(request, "sandbox/flow_start.html", context)
    chosen, mode = request.POST.get("persona", ""), request.POST.get("mode", "")
    refused = _start_problems(flow, chosen, mode)
    if refused:
        return _practice_page(request, "sandbox/flow_start.html", {**context, "refused": refused, "chosen": chosen})
    screen = begin_at.id if begin_at else ""
    attempt = attempts.start(request.learner.ensure(), version, persona=chosen, mode=mode, screen=screen)
    return _go(request, open_work(attempt), notice="")


@require_safe
def attempt_page(request: LearnerRequest, attempt_id: UUID) -> HttpResponse:
    """The attempt where it stands: its current screen, or its result."""
    attempt = _own_attempt(request, attempt_id)
    if attempt is None:
        return _no_cookie(request)
    work = open_work(attempt)
    if work.standing.current is None:
        return _result_page(request, work)
    return _screen_page(request, work, work.flow.screen(work.standing.current))


@require_http_methods(["GET", "HEAD", "POST"])
def attempt_screen(request: LearnerRequest, attempt_id: UUID, screen_id: str) -> HttpResponse:
    """One screen of an attempt: the current one, or an earlier one reopened."""
    attempt = _own_attempt(request, attempt_id)
    if attempt is None:
        return _no_cookie(request)
    flow = catalogue.flow_of(attempt.flow_version)
    if not flow.has_screen(screen_id):
        raise Http404("Layar ini tidak ada.")
    screen = flow.screen(screen_id)
    if request.method == "POST":
        return _post(request, attempt, screen)
    work = open_work(attempt)
    if not work.standing.reached(screen_id):
        return _not_reached(request, work)
    return _screen_page(request, work, screen)


def _post(request: HttpRequest, attempt: Attempt, screen: Screen) -> HttpResponse:
    raw = raw_of_post(screen, request.POST)
    action, _, field = request.POST.get("aksi", "lanjut").partition(":")
    if action in ("cari", "muat", "bantuan"):
        return _assist(request, attempt, screen, raw, action=action, field=field)
    submitted = attempts.submit(attempt, screen.id, raw)
    if submitted.checked is None:
        return _not_reached(request, submitted.after)
    if not submitted.checked.accepted:
        form = ScreenForm(submitted.after, screen, raw, problems=submitted.checked.problems)
        return _screen_response(request, form, focus="galat")
    mended = submitted.before.standing.current == submitted.after.standing.current
    return _go(request, submitted.after, notice="tersimpan" if mended else "")


def _not_reached(request: HttpRequest, work: Work) -> HttpResponse:
    return _go(request, work, notice="lewat" if work.standing.finished else "belum")


def _assist(
    request: HttpRequest, attempt: Attempt, screen: Screen, raw: dict[str, str], *, action: str, field: str
) -> HttpResponse:
    """Buttons that judge nothing: search, reload lists, hints. Everything typed stays."""
    work = open_work(attempt)
    if not work.standing.reached(screen.id):
        return _not_reached(request, work)
    if action == "bantuan":
        attempts.ask_help(attempt, screen.id)
    form = ScreenForm(
        work,
        screen,
        raw,
        problems=real_number_problems(screen, raw),
        searched=field if action == "cari" and field in {each.id for each in screen.fields} else "",
        help_open=action == "bantuan",
    )
    response = _screen_response(request, form, focus="" if action == "muat" else action)
    # Under htmx the page stays where the learner is, or goes to what was asked for.
    shows = {"muat": "none", "cari": f"#{form.searched or 'layar'}:top", "bantuan": "#petunjuk:top"}[action]
    response["HX-Reswap"] = f"outerHTML show:{shows}"
    return response


def _go(request: HttpRequest, work: Work, *, notice: str) -> HttpResponse:
    """Take the learner to the current screen: a redirect, or for htmx the screen itself."""
    url = _current_url(work)
    if not request.htmx:  # type: ignore[attr-defined]
        response: HttpResponse = HttpResponseRedirect(f"{url}?pesan={notice}" if notice else url)
        response["Cache-Control"] = "private, no-store"
        return response
    if work.standing.current is None:
        response = HttpResponse(status=204)
        response["HX-Redirect"] = url
        return response
    form = ScreenForm(work, work.flow.screen(work.standing.current), raw_of_stored(work, _current_screen(work)))
    response = _screen_response(request, form, focus="judul", notice=NOTICES.get(notice, ""))
    response["HX-Push-Url"] = url
    return response


def _screen_page(request: HttpRequest, work: Work, screen: Screen) -> HttpResponse:
    form = ScreenForm(work, screen, raw_of_stored(work, screen))
    return _screen_response(request, form, notice=NOTICES.get(request.GET.get("pesan", ""), ""))


def _screen_response(request: HttpRequest, form: ScreenForm, *, focus: str = "", notice: str = "") -> HttpResponse:
    work = form.work
    context = {
        "form": form,
        "work": work,
        "flow": work.flow,
        "screen": form.screen,
        "stages": result.stages(work, form.screen),
        "inbox": messages_until(work, form.screen),
        "focus": focus,
        "notice": notice,
    }
    fragment = request.method == "POST" and request.htmx  # type: ignore[attr-defined]
    return _practice_page(request, "sandbox/_screen.html" if fragment else "sandbox/screen.html", context)


def _result_page(request: HttpRequest, work: Work) -> HttpResponse:
    context = {"work": work, "flow": work.flow, "result": result.result_of(work)}
    return _practice_page(request, "sandbox/result.html", context)


def _practice_page(request: HttpRequest, template: str, context: Mapping[str, object]) -> HttpResponse:
    response = render(request, template, dict(context))
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_cache=True)
    return response


def _no_cookie(request: HttpRequest) -> HttpResponse:
    response = _practice_page(request, "sandbox/no_cookie.html", {})
    response.status_code = 404
    return response


def _own_attempt(request: LearnerRequest, attempt_id: UUID) -> Attempt | None:
    """The learner's own attempt; None for a browser that sent no cookie. Anybody else's is a 404."""
    if request.learner.uuid is None:
        return None
    attempt = Attempt.objects.of_learner(request.learner.uuid).with_version().find(attempt_id)
    if attempt is None:
        raise Http404("Latihan ini tidak ada di HP ini.")
    return attempt


def _unfinished(request: LearnerRequest, version: FlowVersion) -> Attempt | None:
    return Attempt.objects.of_learner(request.learner.uuid).with_version().under_way(version.flow_id)


def _version_or_404(flow_id: str) -> FlowVersion:
    version = catalogue.newest_version(flow_id)
    if version is None:
        raise Http404("Latihan ini tidak ada.")
    return version


def _begin_at_or_404(flow: Flow, screen_id: str) -> Screen | None:
    if not screen_id:
        return None
    if not flow.has_screen(screen_id):
        raise Http404("Layar ini tidak ada.")
    return flow.screen(screen_id)


def _start_problems(flow: Flow, persona: str, mode: str) -> dict[str, str]:
    """Field → sentence, for a start form that names nobody or no mode we have."""
    problems = {}
    people = {each.id: each for each in flow.personas}
    if persona not in people:
        problems["persona"] = "Pilih dulu Anda mau jadi siapa."
    if mode not in flow.modes or (persona in people and mode not in people[persona].modes):
        problems["mode"] = "Pilih cara belajar yang ada di daftar."
    return problems


def _current_screen(work: Work) -> Screen:
    assert work.standing.current is not None
    return work.flow.screen(work.standing.current)


def _current_url(work: Work) -> str:
    if work.standing.current is None:
        return work.attempt.get_absolute_url()
    return reverse("sandbox:screen", args=[work.attempt.id, work.standing.current])
