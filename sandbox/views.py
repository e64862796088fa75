"""The practice pages: the list, the start of an attempt, its screens, its result."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from sandbox import attempts, catalogue, responses
from sandbox.domain.document import Flow, Screen
from sandbox.learners import LearnerRequest
from sandbox.models import Attempt, FlowVersion
from sandbox.screen_form import ScreenForm, raw_of_post, real_number_problems
from sandbox.start_form import StartForm
from sandbox.work import Work, open_work


@require_safe
def flow_list(request: LearnerRequest) -> HttpResponse:
    context = {"flows": catalogue.published_flows(), "unfinished": attempts.last_unfinished(request.learner.uuid)}
    return responses.page(request, "sandbox/flow_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def flow_start(request: LearnerRequest, flow_id: str) -> HttpResponse:
    version = _version_or_404(flow_id)
    flow = catalogue.flow_of(version)
    values = request.POST if request.method == "POST" else request.GET
    begin_at = _begin_at_or_404(flow, values.get("layar", ""))
    form = StartForm(flow, request.POST if request.method == "POST" else None)
    if not form.is_valid():
        unfinished = attempts.last_unfinished(request.learner.uuid, flow_id=flow_id)
        context = {"flow": flow, "form": form, "begin_at": begin_at, "unfinished": unfinished}
        return responses.page(request, "sandbox/flow_start.html", context)
    attempt = attempts.start(
        request.learner.ensure(), version, **form.cleaned_data, screen=begin_at.id if begin_at else ""
    )
    return responses.go_on(request, open_work(attempt))


@require_safe
def attempt_page(request: LearnerRequest, attempt_id: UUID) -> HttpResponse:
    """The attempt where it stands: its current screen, or its result."""
    attempt = _own_attempt(request, attempt_id)
    if attempt is None:
        return responses.no_cookie(request)
    work = open_work(attempt)
    if work.standing.current is None:
        return responses.result_page(request, work)
    return responses.screen_page(request, work, work.flow.screen(work.standing.current))


@require_http_methods(["GET", "HEAD", "POST"])
def attempt_screen(request: LearnerRequest, attempt_id: UUID, screen_id: str) -> HttpResponse:
    """One screen of an attempt: the current one, or an earlier one reopened."""
    attempt = _own_attempt(request, attempt_id)
    if attempt is None:
        return responses.no_cookie(request)
    flow = catalogue.flow_of(attempt.flow_version)
    if not flow.has_screen(screen_id):
        raise Http404("Layar ini tidak ada.")
    screen = flow.screen(screen_id)
    if request.method == "POST":
        return _post(request, attempt, screen)
    work = open_work(attempt)
    if not work.standing.reached(screen_id):
        return _not_reached(request, work)
    return responses.screen_page(request, work, screen)


def _post(request: HttpRequest, attempt: Attempt, screen: Screen) -> HttpResponse:
    action, _, field = request.POST.get("aksi", "lanjut").partition(":")
    raw = raw_of_post(screen, request.POST, searching=field if action == "cari" else "")
    if action in ("cari", "muat", "bantuan"):
        return _assist(request, attempt, screen, raw, action=action, field=field)
    submitted = attempts.submit(attempt, screen.id, raw)
    if submitted.checked is None:
        return _not_reached(request, submitted.after)
    if not submitted.checked.accepted:
        form = ScreenForm(submitted.after, screen, raw, problems=submitted.checked.problems)
        return responses.form_again(request, form, focus="galat", show="#layar:top")
    return responses.go_on(request, submitted.after, notice="tersimpan" if submitted.mended else "")


def _not_reached(request: HttpRequest, work: Work) -> HttpResponse:
    return responses.go_on(request, work, notice="lewat" if work.standing.finished else "belum")


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
    if action == "muat":
        return responses.list_again(request, form, field)
    show = f"#{form.searched or 'layar'}:top" if action == "cari" else "#petunjuk:top"
    return responses.form_again(request, form, focus=action, show=show)


def _own_attempt(request: LearnerRequest, attempt_id: UUID) -> Attempt | None:
    """The learner's own attempt; None for a browser that sent no cookie. Anybody else's is a 404."""
    if request.learner.uuid is None:
        return None
    attempt = Attempt.objects.of_learner(request.learner.uuid).with_version().find(attempt_id)
    if attempt is None:
        raise Http404("Latihan ini tidak ada di HP ini.")
    return attempt


def _version_or_404(flow_id: str) -> FlowVersion:
    version = catalogue.newest_version(flow_id)
    if version is None:
        raise Http404("Latihan ini tidak ada.")
    return version


def _begin_at_or_404(flow: Flow, screen_id: str) -> Screen | None:
    """The screen to begin at; None for the first, before which nothing is to be filled in."""
    if screen_id in ("", flow.screens[0].id):
        return None
    if not flow.has_screen(screen_id):
        raise Http404("Layar ini tidak ada.")
    return flow.screen(screen_id)
