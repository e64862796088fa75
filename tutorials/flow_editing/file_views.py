"""Flows as files: out, in, and a new flow made from one that is there."""

from copy import deepcopy

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.generic import View

from tutorials.flow_editing import access, desk, drafts, importing
from tutorials.flow_editing.drafts import Refused
from tutorials.flow_editing.vocabulary import SLUG, SLUG_SENTENCE
from tutorials.models import FlowDraft

TAKEN_IN = "Berkas masuk sebagai draf alur “{title}” ({id}). Periksa daftar masalahnya, mainkan, lalu terbitkan."
OTHER_FLOW = (
    "Berkas ini milik alur lain: “{title}” ({id}), bukan “{meant}”. Tidak ada yang berubah. "
    "Kalau memang alur itu yang dimaksud, pakai Impor JSON di daftar Alur latihan."
)
INTO_ONE = "Isinya menggantikan draf alur ini. Draf sebelumnya tetap ada di Riwayat."
INTO_ANY = "Kunci “id” di berkas menentukan alurnya. Alur yang sudah ada mendapat draf baru; yang belum ada dibuat."


class ImportForm(forms.Form):
    berkas = forms.FileField(label="Berkas JSON", error_messages={"required": "Pilih dulu berkasnya."})


class NewFlowForm(forms.Form):
    """A new flow begins as a copy: an empty one would lack everything that the first test asks for."""

    asal = forms.ModelChoiceField(FlowDraft.objects.all(), label="Salin dari alur", empty_label=None)
    judul = forms.CharField(label="Judul alur baru", max_length=120)
    nama = forms.CharField(label="Nama pendek", max_length=60, help_text="Dipakai di alamat: /latihan/nama-pendek/")

    def clean_nama(self) -> str:
        name = self.cleaned_data["nama"]
        if not SLUG.fullmatch(name):
            raise ValidationError(SLUG_SENTENCE)
        return name


@require_safe
def export(request: HttpRequest, pk: int) -> HttpResponse:
    document = access.open_draft(request, pk).document
    response = HttpResponse(importing.written(document), content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{importing.file_name(document)}"'
    return response


class ImportView(View):
    """A file becomes the newest draft of the flow whose id it has; of a new flow, where there is none."""

    def get(self, request: HttpRequest) -> HttpResponse:
        _refuse_strangers(request)
        return self._shown(request, ImportForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        _refuse_strangers(request)
        form = ImportForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                return redirect(f"{desk.URLS}:edit", self._take_in(request, form.cleaned_data["berkas"]).pk)
            except Refused as refused:
                form.add_error("berkas", str(refused))
        return self._shown(request, form)

    def _shown(self, request: HttpRequest, form: ImportForm) -> HttpResponse:
        draft = _meant(request)
        title = f"Impor JSON ke alur “{draft}”" if draft else "Impor JSON"
        form.fields["berkas"].help_text = INTO_ONE if draft else INTO_ANY
        return _page(request, form, title=title, button="Impor sebagai draf")

    def _take_in(self, request: HttpRequest, file: UploadedFile) -> FlowDraft:
        document, meant = importing.read(file), _meant(request)
        if meant is not None and document["id"] != meant.flow_id:
            raise Refused(OTHER_FLOW.format(title=document.get("title", ""), id=document["id"], meant=meant))
        row = FlowDraft.objects.filter(flow_id=document["id"]).first()
        if row is None:
            if not access.may_add(request.user):
                raise PermissionDenied
            draft = drafts.create(document, request.user)
        else:
            draft = access.open_draft(request, row.pk)
            access.refuse_unless_changeable(request, draft)
            drafts.save(draft, document, request.user, did="Berkas dimasukkan lewat Impor JSON")
        messages.success(request, TAKEN_IN.format(title=document.get("title", ""), id=document["id"]))
        return draft


class NewFlowView(View):
    def get(self, request: HttpRequest) -> HttpResponse:
        _refuse_strangers(request)
        return self._shown(request, NewFlowForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        _refuse_strangers(request)
        form = NewFlowForm(request.POST)
        if form.is_valid():
            document = deepcopy(form.cleaned_data["asal"].newest_document())
            document |= {"id": form.cleaned_data["nama"], "title": form.cleaned_data["judul"]}
            try:
                return redirect(f"{desk.URLS}:edit", drafts.create(document, request.user).pk)
            except Refused as refused:
                form.add_error("nama", str(refused))
        return self._shown(request, form)

    def _shown(self, request: HttpRequest, form: NewFlowForm) -> HttpResponse:
        return _page(request, form, title="Alur baru", button="Buat draf")


def _meant(request: HttpRequest) -> FlowDraft | None:
    """The flow from whose desk a file is brought in; None from the list of all."""
    flow_id = request.GET.get("alur", "")
    if not flow_id:
        return None
    row = FlowDraft.objects.filter(flow_id=flow_id).first() if SLUG.fullmatch(flow_id) else None
    if row is None:
        raise Http404("Alur ini tidak ada.")
    return row.get_latest_revision_as_object()


def _refuse_strangers(request: HttpRequest) -> None:
    if not access.may_add(request.user):
        raise PermissionDenied


def _page(
    request: HttpRequest, form: forms.Form, *, title: str, button: str, is_multipart: bool = False
) -> HttpResponse:
    context = {
        "form": form,
        "media": form.media,
        "form_is_multipart": form.is_multipart(),
        "header_title": title,
        "page_title": title,
        "header_icon": "tasks",
        "action_url": request.get_full_path(),
        "submit_button_label": button,
        "submit_button_active_label": "Sebentar …",
        "breadcrumbs_items": [
            {"url": reverse(f"{desk.URLS}:list"), "label": "Alur latihan"},
            {"url": "", "label": title},
        ],
    }
    return render(request, "tutorials/flow_editing/simple_form.html", context)
