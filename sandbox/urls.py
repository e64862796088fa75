from django.urls import path

from sandbox import views
from sandbox.result_urls import result_urls

app_name = "sandbox"
urlpatterns = [
    path("", views.flow_list, name="flows"),
    *result_urls,
    path("coba/<uuid:attempt_id>/", views.attempt_page, name="attempt"),
    path("coba/<uuid:attempt_id>/ulang-dari-awal/", views.restart, name="restart"),
    path("coba/<uuid:attempt_id>/<slug:screen_id>/", views.attempt_screen, name="screen"),
    path("coba/<uuid:attempt_id>/<slug:screen_id>/gangguan/", views.fault_action, name="fault"),
    path("<slug:flow_id>/", views.flow_start, name="start"),
]
