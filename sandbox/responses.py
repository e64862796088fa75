"""How practice answers: a whole page, or under htmx only the part that changed.

On a phone with a weak network each byte counts. A refused form answers with the form and the coach; a reloaded list
with that list; the next screen leaves the persona's card, which the page has already, where it is.
"""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control

from sandbox import result
from sandbox.domain.document import Screen
from sandbox.inbox import messages
from sandbox.screen_form import ScreenForm, raw_of_stored
from sandbox.work import Work

# What a screen says when somebody is taken to another place than the one asked for.
NOTICES = {
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


def screen_page(request: HttpRequest, work: Work, screen: Screen) -> HttpResponse:
    """The whole page of a screen, with what was accepted there before."""
    form = ScreenForm(work, screen, raw_of_stored(work, screen))
    return page(request, "sandbox/screen.html", _context(form, notice=request.GET.get("pesan", "")))


def result_page(request: HttpRequest, work: Work) -> HttpResponse:
    context = {"work": work, "flow": work.flow, "result": result.result_of(work)}
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


def go_on(request: HttpRequest, work: Work, *, notice: str = "") -> HttpResponse:
    """Take the learner to the current screen or the result: a redirect, or for htmx the screen itself."""
    current = work.standing.current
    url = work.attempt.get_absolute_url() if current is None else _url(work, current)
    if not _by_htmx(request):
        response: HttpResponse = HttpResponseRedirect(f"{url}?pesan={notice}" if notice else url)
        response["Cache-Control"] = "private, no-store"
        return response
    if current is None:
        response = HttpResponse(status=204)
        response["HX-Redirect"] = url
        return response
    screen = work.flow.screen(current)
    form = ScreenForm(work, screen, raw_of_stored(work, screen))
    response = _part(request, "sandbox/_screen.html", _context(form, focus="judul", notice=notice))
    response["HX-Push-Url"] = url
    response["HX-Reswap"] = "outerHTML show:#layar:top"  # an opened card stays open above, as long as it is
    return response


def no_cookie(request: HttpRequest) -> HttpResponse:
    """What practice needs, for a browser that keeps no cookies."""
    response = page(request, "sandbox/no_cookie.html", {})
    response.status_code = 404
    return response


def _part(request: HttpRequest, template: str, context: Mapping[str, object]) -> HttpResponse:
    response = page(request, template, {**context, "fragment": True})
    # The policy of the page that asks is in force; that of a part is read by nobody.
    response._csp_exempt = True  # type: ignore[attr-defined]
    return response


def _context(form: ScreenForm, *, focus: str = "", notice: str = "") -> dict[str, object]:
    work = form.work
    return {
        "form": form,
        "work": work,
        "flow": work.flow,
        "screen": form.screen,
        "here": _url(work, form.screen.id),
        "stages": result.stages(work, form.screen),
        "inbox": messages(work),
        "focus": focus,
        "notice": NOTICES.get(notice, ""),
    }


def _url(work: Work, screen_id: str) -> str:
    return reverse("sandbox:screen", args=[work.attempt.id, screen_id])


def _by_htmx(request: HttpRequest) -> bool:
    return request.method == "POST" and bool(request.htmx)  # type: ignore[attr-defined]
