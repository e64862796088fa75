from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from learning import health, theme, views
from learning.media import media

urlpatterns = [
    path("healthz", health.healthz),
    path("bukan-nomor-asli/", views.real_number, name="real-number"),
    path("saya/", views.my_progress, name="my-progress"),
    path("tema/", theme.choose, name="theme"),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumen/", include(wagtaildocs_urls)),
    path("media/<path:path>", media),
    path("latihan/", include("sandbox.urls")),
    path("", include("tutorials.urls")),
    path("", include(wagtail_urls)),
]
