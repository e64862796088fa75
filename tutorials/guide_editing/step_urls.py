"""Addresses in the admin that belong to one guide."""

from django.urls import path

from tutorials.guide_editing import preview_frame, quick_edit, tick_choices, to_library

URLS = [
    path("pilihan-langkah/<slug:kind>/", tick_choices.tick_choices, name="step-tick-choices"),
    path("panduan/<int:page_id>/langkah/<slug:key>/", quick_edit.MendStepView.as_view(), name="step-mend"),
    path(
        "panduan/<int:page_id>/langkah/<slug:key>/ke-pustaka/",
        to_library.SaveToLibraryView.as_view(),
        name="step-to-library",
    ),
    path("panduan/<int:page_id>/pratinjau-hp/", preview_frame.phone_preview, name="phone-preview"),
    path("panduan/<int:page_id>/pratinjau-hp/isi/", preview_frame.framed_draft, name="phone-preview-frame"),
]
