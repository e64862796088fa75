from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from learning import event_api, health, real_step_views, theme, views
from learning.media import media
from learning.mending.side_panel import guide_edit_view
from learning.own_data import my_data_views, privacy_views, resume_views
from tutorials.guide_editing.step_diff_view import compare_revisions

urlpatterns = [
    path("healthz", health.healthz),
    path("bukan-nomor-asli/", views.real_number, name="real-number"),
    path("saya/", views.my_progress, name="my-progress"),
    path("saya/langkah-nyata/", real_step_views.say, name="real-step"),
    path("saya/data-saya.json", my_data_views.download, name="my-data"),
    path("saya/hapus/", my_data_views.erase, name="erase-my-data"),
    path("saya/bukan-saya/", my_data_views.not_me, name="not-me"),
    path("saya/kode/", resume_views.show, name="resume-code"),
    path("saya/masuk/", resume_views.enter, name="resume"),
    path("privasi/", privacy_views.privacy, name="privacy"),
    path("privasi/pilihan/", privacy_views.choose_recording, name="recording-choice"),
    path("api/peristiwa/", event_api.receive, name="events"),
    path("tema/", theme.choose, name="theme"),
    path("admin/pages/<int:page_id>/edit/", guide_edit_view),  # Wagtail's own, with one side panel more
    # Where Wagtail's history of a page leads: guides are compared step by step.
    re_path(r"^admin/pages/(\d+)/revisions/compare/(live|earliest|\d+)\.\.\.(live|latest|\d+)/$", compare_revisions),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumen/", include(wagtaildocs_urls)),
    path("media/<path:path>", media),
    path("latihan/", include("sandbox.urls")),
    path("", include("tutorials.urls")),
    path("", include(wagtail_urls)),
]
