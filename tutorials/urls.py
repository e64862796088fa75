from django.urls import path

from tutorials import guide_views, views
from tutorials.guide_editing import review_views

app_name = "tutorials"
urlpatterns = [
    path("tinjau/<slug:token>/", review_views.review, name="review"),
    path("tinjau/<slug:token>/<path:rest>", review_views.review_page, name="review-page"),
    path("panduan/<slug:guide_slug>/langkah/<int:number>/tanda/", views.mark_step, name="mark"),
    path("panduan/<slug:guide_slug>/langkah/<int:number>/gambar/", views.choose_picture, name="picture"),
    path("panduan/<slug:guide_slug>/siapkan/", guide_views.keep_ticks, name="prepare"),
    path("panduan/<slug:guide_slug>/keadaan/", guide_views.keep_answers, name="answer"),
]
