import threading, pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.images import get_image_model
from wagtail.models import Page, Revision, PageLogEntry
from django.utils import timezone
from tests.tutorials.factories import *
from tests.tutorials.test_quick_edit import *
from tests.tutorials.test_quick_edit import staff
from tests.tutorials.test_guide_admin import form_of, publish_form, save
from tutorials.models import *
pytestmark = pytest.mark.django_db

def test_p_nik_filename(staff):
    guide=make_guide("Satu")
    f=picture(name="3273010101900001.png")
    r=staff.post(mend_url(guide), opened(staff,guide)|{"new_picture":f,"image_alt":"x","lalu":"draf"})
    print("NIKFILE", r.status_code, list(get_image_model().objects.values_list("file","title")))

def test_p_tag_filename(staff):
    guide=make_guide("Satu")
    for name in ("a/../../../etc/x.png","x"*300+".png","lay\u202egnp.png","<script>.png"):
        f=picture(name=name)
        r=staff.post(mend_url(guide), opened(staff,guide)|{"new_picture":f,"image_alt":"x","lalu":"draf"})
        print("FN", repr(name[:20]), r.status_code, get_image_model().objects.order_by("-pk").values_list("file","title").first())

def test_p_comment_nik(staff):
    guide=make_guide("Satu")
    form=form_of(staff,guide)
    print([k for k in form if "comment" in k])
    form |= {"comments-TOTAL_FORMS":"1","comments-INITIAL_FORMS":"0","comments-MIN_NUM_FORMS":"0","comments-MAX_NUM_FORMS":"","comments-0-text":"NIK 3273010101900001","comments-0-contentpath":"title","comments-0-position":"","comments-0-id":"","comments-0-replies-TOTAL_FORMS":"0","comments-0-replies-INITIAL_FORMS":"0","comments-0-replies-MIN_NUM_FORMS":"0","comments-0-replies-MAX_NUM_FORMS":"","comments-0-DELETE":"","comments-0-resolved":""}
    r=staff.post(reverse("wagtailadmin_pages:edit",args=[guide.pk]),form)
    from wagtail.models import Comment
    print("COMMENT",r.status_code,list(Comment.objects.values_list("text")))

def test_p_condition(staff):
    guide=make_guide("Satu","Dua")
    d=GuidePage.objects.get(pk=guide.pk)
    d.steps=[make_step("Satu",only_when="3:ya")]
    rev=d.save_revision()
    try: rev.publish(); print("COND published")
    except Exception as e: print("COND",e)

def test_p_archive_lock(staff):
    guide=make_guide("Satu","Dua")
    ArchivedStep.objects.create(page=guide,key="lama",title="Lama",content={"title":"Lama","body":"1. x","expect":"y"})
    other=get_user_model().objects.create_superuser("lain","","x")
    GuidePage.objects.filter(pk=guide.pk).update(locked=True,locked_by=other,locked_at=timezone.now())
    r=staff.post(reverse("guide-archive",args=[guide.pk]),{"kunci":"lama"})
    print("LOCK",r.status_code,guide.revisions.count())

def test_p_copy(staff):
    guide=make_guide("Satu","Dua")
    d=GuidePage.objects.get(pk=guide.pk)
    d.steps=[make_step("Rusak",expect="")]
    d.save_revision()
    r=staff.post(reverse("wagtailadmin_pages:copy",args=[guide.pk]),{"new_title":"Salin","new_slug":"salin","new_parent_page":str(guide.get_parent().pk),"publish_copies":"on","copy_subpages":""})
    c=GuidePage.objects.filter(slug="salin").first()
    print("COPY",r.status_code, c and (c.live,[s.title+"/"+s.expect for s in c.steps.all()]))
    # alias
    r=staff.post(reverse("wagtailadmin_pages:copy",args=[guide.pk]),{"new_title":"Alias","new_slug":"alias","new_parent_page":str(guide.get_parent().pk),"alias":"on"})
    c=GuidePage.objects.filter(slug="alias").first()
    print("ALIAS",r.status_code, c and (c.live,[s.title for s in c.steps.all()],c.key))
    if c:
        for u in ("step-mend","step-to-library"):
            print(u, staff.get(reverse(u,args=[c.pk,"satu"])).status_code)
        print("arch", staff.get(reverse("guide-archive",args=[c.pk])).status_code, staff.get(reverse("guide-review",args=[c.pk])).status_code)
        ArchivedStep.objects.create(page=c,key="lama",title="Lama",content={"title":"Lama","body":"1. x","expect":"y"})
        print("arch POST", staff.post(reverse("guide-archive",args=[c.pk]),{"kunci":"lama"}).status_code, c.revisions.count())
        # publish source -> alias updates
        d2=GuidePage.objects.get(pk=guide.pk); d2.steps=[make_step("Tiga")]; d2.save_revision().publish()
        print([s.title for s in GuidePage.objects.get(pk=c.pk).steps.all()])

def test_p_never_published_shared_unpublish(staff):
    from tests.tutorials.test_shared_steps import make_shared
    sh=make_shared()
    guide=make_guide(make_step("Satu",shared=sh),"Dua")
    r=staff.post(reverse("shared-steps:unpublish",args=[sh.pk]))
    sh.refresh_from_db(); print("UNPUB",r.status_code,sh.live,[s.title for s in steps_of(guide)])
    d=GuidePage.objects.get(pk=guide.pk); d.save_revision().publish(); print([s.title for s in steps_of(guide)])

def test_p_term_fold(client):
    for t in ("deſa","desa","izin","Straße","İzin","µ","%","a|b","(x","\\d+","[","*","$","^a","<b>","&amp;","\"q\"","a"*60):
        try: GlossaryTerm.objects.create(term=t,meaning="**arti** <script>alert(1)</script>",also_written="x"+t)
        except Exception as e: print("TERM",t,e)
    make_guide(make_step("Satu",body="Desa deſa DEſA ızin İZIN straße STRASSE μ % a|b (x \\d+ [ * $ ^a <b> &amp; \"q\" K",expect="ıZIN"),slug="huruf")
    r=client.get("/panduan/huruf/langkah/1/"); print("FOLD",r.status_code)
    assert b"<script>alert" not in r.content
    print(client.get("/panduan/huruf/semua/").status_code)

@pytest.mark.django_db(transaction=True)
def test_p_race(settings):
    guide=make_guide("Satu","Dua")
    get_user_model().objects.create_superuser("a","","x"); get_user_model().objects.create_superuser("b","","x")
    from tutorials.guide_editing import step_mending
    forms=[]
    for n,key in (("a","satu"),("b","dua")):
        c=Client(); c.force_login(get_user_model().objects.get(username=n)); forms.append((c,key,opened(c,guide,key)))
    bar=threading.Barrier(2); real=step_mending.state_of
    from tutorials.guide_editing import quick_edit as q
    orig=q.MendStepView.setup
    def setup(self,*a,**k):
        orig(self,*a,**k); bar.wait(10)
    q.MendStepView.setup=setup
    def run(c,key,f):
        r=c.post(mend_url(guide,key),f|{"body":f"1. Baru {key}.","lalu":"terbit"}); print(key,r.status_code); connection.close()
    ts=[threading.Thread(target=run,args=x) for x in forms]
    [t.start() for t in ts]; [t.join() for t in ts]
    q.MendStepView.setup=orig
    print("RACE",[s.body for s in steps_of(guide)])
