"""Addresses below /latihan/ of what an attempt leaves. They stand before those of screens and flows."""

from django.urls import path

from sandbox import result_views

result_urls = [
    path("surat-contoh/", result_views.sample_letter, name="sample_letter"),
    path("coba/<uuid:attempt_id>/surat/<slug:letter_id>/", result_views.letter_page, name="letter"),
    path("coba/<uuid:attempt_id>/surat/<slug:letter_id>.pdf", result_views.letter_file, name="letter_file"),
    path("coba/<uuid:attempt_id>/lembar-data/", result_views.own_sheet_page, name="own_sheet"),
    path("coba/<uuid:attempt_id>/lembar-data.pdf", result_views.own_sheet_file, name="own_sheet_file"),
    path("<slug:flow_id>/lembar-kosong/", result_views.empty_sheet_page, name="empty_sheet"),
    path("<slug:flow_id>/lembar-kosong.pdf", result_views.empty_sheet_file, name="empty_sheet_file"),
]
