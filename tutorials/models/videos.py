"""The one video of a guide: never silent for those who cannot hear, never large by surprise."""

from django.core.exceptions import ValidationError
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model_string
from wagtail.documents.models import AbstractDocument
from wagtail.images import get_image_model_string

from tutorials.domain.problems import ContentProblem
from tutorials.domain.webvtt import check_webvtt

MAX_VIDEO_BYTES = 20 * 1000 * 1000  # about 8 minutes at 480p; more costs an owner a day's data
MAX_CAPTIONS_BYTES = 500 * 1000
VERSION_SIGNS = 8  # of the file's hash: enough to tell the few films of one guide apart

SILENT_VIDEO = "Video ini belum punya teks di layar. Tambahkan berkas teksnya (.vtt), baru panduan bisa diterbitkan."
VIDEO_TYPE = "Berkas ini bukan video MP4. Simpan videonya sebagai .mp4, lalu pilih lagi."
VIDEO_SIZE = "Video ini lebih besar dari 20 MB. Perkecil dulu, misalnya ke 480p."
CAPTIONS_SENTENCES = {
    "vtt.encoding": "Berkas teks ini bukan UTF-8. Simpan lagi sebagai UTF-8.",
    "vtt.header": "Berkas teks harus WebVTT: baris pertamanya WEBVTT.",
    "vtt.timing": "Waktu di baris {line} tidak bisa dibaca. Contoh: 00:01.000 --> 00:04.000",
    "vtt.empty": "Berkas teks ini belum berisi satu kalimat pun.",
    "vtt.size": "Berkas teks ini terlalu besar. Pilih berkas .vtt, bukan videonya.",
}


class VideoFields(models.Model):
    video = models.ForeignKey(
        get_document_model_string(),
        verbose_name="video",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="MP4, paling besar 20 MB. Dibuka hanya kalau ditekan; ukurannya selalu ditulis.",
    )
    video_captions = models.ForeignKey(
        get_document_model_string(),
        verbose_name="teks di layar",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text="Berkas WebVTT (.vtt). Wajib sebelum panduan dengan video diterbitkan.",
    )
    video_poster = models.ForeignKey(
        get_image_model_string(),
        verbose_name="sampul video",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    video_seconds = models.PositiveIntegerField("lama video (detik)", null=True, blank=True)
    video_transcript = models.TextField(
        "isi video dalam tulisan",
        blank=True,
        help_text="Tulis semua yang diucapkan. Beri baris kosong di antara paragraf.",
    )

    panels = [
        FieldPanel("video"),
        FieldPanel("video_captions"),
        FieldPanel("video_poster"),
        FieldPanel("video_seconds"),
        FieldPanel("video_transcript"),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        errors = {}
        if self.video and (sentence := _video_problem(self.video)):
            errors["video"] = sentence
        if self.video_captions and (sentence := _captions_problem(self.video_captions)):
            errors["video_captions"] = sentence
        if errors:
            raise ValidationError(errors)

    def refuse_silent_video(self) -> None:
        """Raise ValidationError when there is a video without captions; only a draft may wait for them."""
        if self.video_id and not self.video_captions_id:
            raise ValidationError({"video_captions": SILENT_VIDEO})

    @property
    def video_version(self) -> str:
        """Another film is another version; "" without one."""
        return self.video.get_file_hash()[:VERSION_SIGNS] if self.video else ""

    @property
    def video_minutes(self) -> int:
        return (self.video_seconds or 0) // 60

    @property
    def video_rest_seconds(self) -> int:
        return (self.video_seconds or 0) % 60


def _video_problem(document: AbstractDocument) -> str | None:
    if document.get_file_size() and document.get_file_size() > MAX_VIDEO_BYTES:
        return VIDEO_SIZE
    # ISO 14496-12: the first box of an MP4 is "ftyp", after four bytes that hold its length.
    head = _read(document, 8)
    return None if document.file_extension.lower() == "mp4" and head[4:8] == b"ftyp" else VIDEO_TYPE


def _captions_problem(document: AbstractDocument) -> str | None:
    if (document.get_file_size() or 0) > MAX_CAPTIONS_BYTES:
        return CAPTIONS_SENTENCES["vtt.size"]
    try:
        check_webvtt(_read(document, MAX_CAPTIONS_BYTES))
    except ContentProblem as problem:
        return CAPTIONS_SENTENCES[problem.code].format(line=problem.line)
    return None


def _read(document: AbstractDocument, length: int) -> bytes:
    try:
        with document.open_file() as file:
            return file.read(length)
    except OSError:
        return b""
