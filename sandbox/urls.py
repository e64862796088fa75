from django.urls import path

from sandbox import views

app_name = "sandbox"
urlpatterns = [
    path("", views.flow_list, name="flows"),
    path("coba/<uuid:attempt_id>/", views.attempt_page, name="attempt"),
    path("coba/<uuid:attempt_id>/<slug:screen_id>/", views.attempt_screen, name="screen"),
    path("<slug:flow_id>/", views.flow_start, name="start"),
]
