from django.urls import path

from tutorials import views

app_name = "tutorials"
urlpatterns = [
    path("panduan/<slug:guide_slug>/langkah/<int:number>/tanda/", views.mark_step, name="mark"),
]
