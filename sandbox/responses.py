"""How practice answers: a whole page, or under htmx only the part that changed.

On a phone with a weak network each byte counts. A refused form answers with the form and the coach; a reloaded list
with that list; the next screen leaves the persona's card, which the page has already, where it is.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control

from sandbox import catalogue, result
from sandbox.domain.document import Fault, FaultAction, Screen
from sandbox.domain.solving import right_raw
from sandbox.fault_scene import scene_of
from sandbox.inbox import messages
from sandbox.models import Attempt, Mode
from sandbox.retention import KEPT_DAYS
from sandbox.screen_form import ScreenForm, raw_of_stored
from sandbox.work import Work

# What a screen says when somebody is taken to another place than the one asked for.
NOTICES = {
    "ujian": "Ujian ini sudah selesai. Hasilnya tidak berubah lagi.",
    "surat": "Surat contoh terbit setelah semua layar selesai. Lanjutkan dulu dari sini.",
    "belum": "Layar itu belum sampai gilirannya. Selesaikan dulu layar ini, ya.",
    "lewat": "Layar itu tidak dipakai pada jalan Anda sekarang. Lanjutkan dari sini.",
    "tersimpan": "Perbaikan Anda sudah tersimpan. Anda kembali ke tempat terakhir.",
}


def page(request: HttpRequest, template: str, context: Mapping[str, object]) -> HttpResponse:
    """A practice page: not indexed, kept by nobody but this browser."""
    response = render(request, template, dict(context))
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, private=True, no_cache=True)
    return response


def screen_page(request: HttpRequest, work: Work, screen: Screen, *, afresh: bool = False) -> HttpResponse:
    """The whole page of a screen, with what was accepted there before; `afresh`: emptied, to be done again."""
    left = request.GET.get("keluar", "")
    context = _context(_form(work, screen, afresh=afresh), notice=request.GET.get("pesan", ""), left=left)
    return page(request, "sandbox/screen.html", context)


def result_page(request: HttpRequest, work: Work) -> HttpResponse:
    left = _lesson(work, request.GET.get("keluar", ""))
    notice = NOTICES.get(request.GET.get("pesan", ""), "")
    context = {"work": work, "flow": work.flow, "result": result.result_of(work), "left": left, "notice": notice}
    return page(request, "sandbox/result.html", context)


def form_again(request: HttpRequest, form: ScreenForm, *, focus: str, show: str) -> HttpResponse:
    """The same screen with its form as posted; `show` is what htmx brings into sight ("none", "#id:top")."""
    if not _by_htmx(request):
        return page(request, "sandbox/screen.html", _context(form, focus=focus))
    response = _part(request, "sandbox/_form_answer.html", {**_context(form, focus=focus), "same_screen": True})
    response["HX-Retarget"] = "#layar"
    response["HX-Reswap"] = f"outerHTML show:{show}"
    return response


def list_again(request: HttpRequest, form: ScreenForm, field: str) -> HttpResponse:
    """The same screen with the lists below a choice filled: under htmx that field alone."""
    found = next((each for each in form.fields if each.field.id == field), None)
    if found is None or not _by_htmx(request):
        return form_again(request, form, focus="", show="none")
    response = _part(request, found.template, {**_context(form), "f": found, "here": _url(form.work, form.screen.id)})
    response["HX-Retarget"] = f'[data-field="{field}"]'
    response["HX-Reswap"] = "outerHTML show:none"
    return response


def guide_beside(request: HttpRequest, form: ScreenForm) -> HttpResponse:
    """The same screen with the guide's explanation opened beside it: under htmx that panel alone."""
    if not _by_htmx(request):
        return form_again(request, form, focus="panduan", show="none")
    response = _part(request, "sandbox/_guide.html", _context(form, focus="panduan"))
    response["HX-Retarget"] = "#panduan"
    response["HX-Reswap"] = "outerHTML show:#panduan:top"
    return response


def go_on(request: HttpRequest, work: Work, *, notice: str = "", left: str = "") -> HttpResponse:
    """Take the learner to the fault, screen or result that comes now: a redirect, or for htmx the part itself.

    `left` is the kind of the fault that was just got out of: its lesson stands on top of what comes.
    """
    if work.fault is not None and _by_htmx(request):
        return fault_page(request, work, left=left)
    current = work.standing.current
    url = work.attempt.get_absolute_url() if current is None or work.fault else _url(work, current)
    query = urlencode({name: value for name, value in (("pesan", notice), ("keluar", left)) if value})
    if not _by_htmx(request) or current is None:
        return _to(request, f"{url}?{query}" if query else url)
    screen = work.flow.screen(current)
    context = _context(_form(work, screen), focus="judul", notice=notice, left=left)
    response = _part(request, "sandbox/_screen.html", context)
    response["HX-Push-Url"] = url
    # An opened card stays open above, as long as it is; a lesson stands above all.
    response["HX-Reswap"] = f"outerHTML show:{'window' if context['left'] else '#layar'}:top"
    return response


def fault_page(
    request: HttpRequest,
    work: Work,
    *,
    action: FaultAction | None = None,
    hint: bool = False,
    guide: bool = False,
    left: str = "",
) -> HttpResponse:
    """The mock page of the fault that stands in the way; `action` is what was just done about it, in vain.

    `hint` and `guide`: opened because the learner asked.
    """
    if work.fault is None:
        return go_on(request, work)
    screen = work.flow.screen(work.fault.screen)
    here = action is not None or hint or guide
    context = {
        **_context(_form(work, screen), focus="panduan" if guide else "kata" if here else "judul", left=left),
        "fault": work.fault,
        "scene": scene_of(work, work.fault),
        "action": action,
        "hint": hint,
    }
    if not _by_htmx(request):
        return page(request, "sandbox/fault.html", context)
    response = _part(request, "sandbox/_fault.html", context)
    response["HX-Push-Url"] = work.attempt.get_absolute_url()
    response["HX-Retarget"] = "#isi"
    response["HX-Reswap"] = f"outerHTML show:{'#panduan-samping' if guide else '#kata' if here else 'window'}:top"
    return response


def erased(request: HttpRequest, attempt: Attempt) -> HttpResponse:
    """What is said of an attempt whose answers are gone."""
    if request.method == "POST":
        return _to(request, attempt.get_absolute_url())
    flow = catalogue.flow_of(attempt.flow_version)
    return page(request, "sandbox/attempt_erased.html", {"attempt": attempt, "flow": flow, "days": KEPT_DAYS})


def no_cookie(request: HttpRequest) -> HttpResponse:
    """What practice needs, for a browser that keeps no cookies."""
    response = page(request, "sandbox/no_cookie.html", {})
    response.status_code = 404
    return response


def _to(request: HttpRequest, url: str) -> HttpResponse:
    """Lead there: a redirect, or for htmx the word to open that page."""
    if _by_htmx(request):
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponseRedirect(url, headers={"Cache-Control": "private, no-store"})


def _part(request: HttpRequest, template: str, context: Mapping[str, object]) -> HttpResponse:
    response = page(request, template, {**context, "fragment": True})
    # The policy of the page that asks is in force; that of a part is read by nobody.
    response._csp_exempt = True  # type: ignore[attr-defined]
    del response["X-Robots-Tag"]  # nor does anybody index an answer to a press
    return response


def _form(work: Work, screen: Screen, *, afresh: bool = False) -> ScreenForm:
    """The form with what it holds when it is opened: nothing, what was accepted before, or in `tonton` the answers."""
    if work.attempt.mode == Mode.TONTON:
        return ScreenForm(work, screen, right_raw(work.persona, screen, seed=work.attempt.seed))
    return ScreenForm(work, screen, {} if afresh else raw_of_stored(work, screen), afresh=afresh)


def _lesson(work: Work, kind: str) -> Fault | None:
    """The fault whose lesson is shown: one that this attempt has got out of."""
    visit = work.fault_visits.get(kind)
    return work.flow.fault(kind) if visit is not None and visit.recovered_at else None


def _context(form: ScreenForm, *, focus: str = "", notice: str = "", left: str = "") -> dict[str, object]:
    work = form.work
    return {
        "form": form,
        "work": work,
        "flow": work.flow,
        "screen": form.screen,
        "here": _url(work, form.screen.id),
        "first_screen": form.screen is work.flow.screens[0],
        "stages": result.stages(work, form.screen),
        "inbox": messages(work),
        "focus": focus,
        "notice": NOTICES.get(notice, ""),
        "left": None if form.exam else _lesson(work, left),
    }


def _url(work: Work, screen_id: str) -> str:
    return reverse("sandbox:screen", args=[work.attempt.id, screen_id])


def _by_htmx(request: HttpRequest) -> bool:
    return request.method == "POST" and bool(request.htmx)  # type: ignore[attr-defined]
