from django.conf import settings
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from learning import health, theme, views

urlpatterns = [
    path("healthz", health.healthz),
    path("bukan-nomor-asli/", views.real_number, name="real-number"),
    path("saya/", views.my_progress, name="my-progress"),
    path("tema/", theme.choose, name="theme"),
    path("admin/", include(wagtailadmin_urls)),
    path("dokumen/", include(wagtaildocs_urls)),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}),
    path("latihan/", include("sandbox.urls")),
    path("", include("tutorials.urls")),
    path("", include(wagtail_urls)),
]
