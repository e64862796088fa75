"""The practice pages: the list, the start of an attempt, its screens, its result."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sandbox import attempts, catalogue, disturbances, helping, responses, summaries
from sandbox.domain.document import Flow, Screen
from sandbox.learners import LearnerRequest
from sandbox.models import Attempt, FlowVersion, Mode
from sandbox.own_attempts import own_attempt
from sandbox.retention import RULE
from sandbox.screen_form import ScreenForm, raw_of_post, real_number_problems
from sandbox.start_form import StartForm
from sandbox.work import Work, open_work


@require_safe
def flow_list(request: LearnerRequest) -> HttpResponse:
    unfinished = summaries.last_unfinished(request.learner.uuid)
    context = {"flows": catalogue.published_flows(), "unfinished": unfinished, "kept": RULE}
    return responses.page(request, "sandbox/flow_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def flow_start(request: LearnerRequest, flow_id: str) -> HttpResponse:
    version = _version_or_404(flow_id)
    flow = catalogue.flow_of(version)
    values = request.POST if request.method == "POST" else request.GET
    begin_at, unknown_screen = _begin_at(flow, values.get("layar", ""))
    form = StartForm(version, begin_at, request.POST if request.method == "POST" else None, wanted=request.GET)
    if unknown_screen or not form.is_valid():
        context = {
            "flow": flow,
            "form": form,
            "begin_at": begin_at,
            "unknown_screen": unknown_screen,
            "unfinished": summaries.last_unfinished(request.learner.uuid, flow_id=flow_id),
            "kept": RULE,
        }
        return responses.page(request, "sandbox/flow_start.html", context)
    attempt = attempts.start(request.learner.ensure(), version, **form.wish, screen=begin_at.id if begin_at else "")
    return responses.go_on(request, open_work(attempt))


@require_safe
@own_attempt
def attempt_page(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """The attempt where it stands: its current screen, what stands in the way, or its result."""
    work = open_work(attempt)
    if work.fault is not None:
        return responses.fault_page(request, work, left=request.GET.get("keluar", ""))
    if work.standing.current is None:
        return responses.result_page(request, work)
    return responses.screen_page(request, work, work.flow.screen(work.standing.current))


@require_http_methods(["GET", "HEAD", "POST"])
@own_attempt
def attempt_screen(request: HttpRequest, attempt: Attempt, screen_id: str) -> HttpResponse:
    """One screen of an attempt: the current one, or an earlier one reopened."""
    flow = catalogue.flow_of(attempt.flow_version)
    if not flow.has_screen(screen_id):
        raise Http404("Layar ini tidak ada.")
    screen = flow.screen(screen_id)
    if request.method == "POST":
        return _post(request, attempt, screen)
    work = open_work(attempt)
    if work.fault is not None:
        return responses.fault_page(request, work)
    if not work.standing.reached(screen_id):
        return _not_reached(request, work)
    return responses.screen_page(request, work, screen, afresh="ulang" in request.GET)


def _post(request: HttpRequest, attempt: Attempt, screen: Screen) -> HttpResponse:
    action, _, field = request.POST.get("aksi", "lanjut").partition(":")
    raw = raw_of_post(screen, request.POST, searching=field if action == "cari" else "")
    if action in ("cari", "muat", "bantuan", "panduan"):
        return _assist(request, attempt, screen, raw, action=action, field=field)
    afresh = "ulang" in request.POST
    submitted = (
        attempts.solve(attempt, screen.id)
        if action == "isikan"
        else attempts.submit(attempt, screen.id, raw, afresh=afresh)
    )
    if submitted.checked is None:
        return _not_reached(request, submitted.after)
    if not submitted.checked.accepted:
        form = ScreenForm(submitted.after, screen, raw, problems=submitted.checked.problems, afresh=afresh)
        return responses.form_again(request, form, focus="galat", show="#layar:top")
    return responses.go_on(request, submitted.after, notice="tersimpan" if submitted.mended else "")


@require_http_methods(["GET", "HEAD", "POST"])
@own_attempt
def fault_action(request: HttpRequest, attempt: Attempt, screen_id: str) -> HttpResponse:
    """Something done about the fault that stands in the way: get out of it, miss, wait, or ask for help with it.

    Without scripts a browser stands at this address afterwards; opened again, it leads to the attempt.
    """
    if request.method != "POST":
        return redirect(attempt)
    action = request.POST.get("aksi", "")
    if action == "petunjuk":
        return responses.fault_page(request, disturbances.ask_hint(attempt), hint=True)
    if action == "panduan":
        return responses.fault_page(request, open_work(attempt), guide=True)
    answered = disturbances.answer(attempt, action)
    if answered.recovered:
        return responses.go_on(request, answered.after, left=answered.fault.kind if answered.fault else "")
    return responses.fault_page(request, answered.after, action=answered.action)


@require_POST
@own_attempt
def restart(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    return responses.go_on(request, open_work(attempts.restart(attempt)))


def _not_reached(request: HttpRequest, work: Work) -> HttpResponse:
    if work.attempt.mode == Mode.UJIAN and work.attempt.finished_at is not None:
        return responses.go_on(request, work, notice="ujian")
    return responses.go_on(request, work, notice="lewat" if work.standing.finished else "belum")


def _assist(
    request: HttpRequest, attempt: Attempt, screen: Screen, raw: dict[str, str], *, action: str, field: str
) -> HttpResponse:
    """Buttons that judge nothing: search, reload lists, hints, the guide. Everything typed stays."""
    work = helping.ask(attempt, screen.id, field) if action == "bantuan" else open_work(attempt)
    if work.fault is not None or not work.standing.reached(screen.id):
        return _not_reached(request, work)
    here = {each.id for each in screen.fields}
    form = ScreenForm(
        work,
        screen,
        raw,
        problems=real_number_problems(screen, raw),
        searched=field if action == "cari" and field in here else "",
        helped=field if action == "bantuan" and field in here else "",
        afresh="ulang" in request.POST,
    )
    if action == "muat":
        return responses.list_again(request, form, field)
    if action == "panduan":
        return responses.guide_beside(request, form)
    return responses.form_again(request, form, focus=action, show=_in_sight(form, action))


def _in_sight(form: ScreenForm, action: str) -> str:
    """What htmx brings into sight after a button that judges nothing. The focus goes to what it opened."""
    if action == "cari":
        return f"#{form.searched or 'layar'}:top"
    return "none" if form.helped else "#layar:top"


def _version_or_404(flow_id: str) -> FlowVersion:
    version = catalogue.newest_version(flow_id)
    if version is None:
        raise Http404("Latihan ini tidak ada.")
    return version


def _begin_at(flow: Flow, screen_id: str) -> tuple[Screen | None, bool]:
    """The screen to begin at, None for the first, before which nothing is to be filled in; whether it is unknown."""
    if screen_id in ("", flow.screens[0].id):
        return None, False
    return (flow.screen(screen_id), False) if flow.has_screen(screen_id) else (None, True)
