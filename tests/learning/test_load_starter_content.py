from io import StringIO

import pytest
from django.core.management import call_command

from sandbox.catalogue import flow_summary
from sandbox.models import FlowVersion, KbliCode
from tutorials.models import GuidePage

pytestmark = pytest.mark.django_db


def load() -> list[str]:
    out = StringIO()
    call_command("load_starter_content", stdout=out)
    return out.getvalue().splitlines()


def test_the_first_load_says_what_came_and_the_second_that_it_is_there():
    first, second = load(), load()

    assert first[0].startswith("Data acuan: dimuat: ")
    assert first[1] == "Alur latihan: dimuat: NIB usaha perseorangan"
    assert first[2] == "Draf alur: dimuat: NIB usaha perseorangan"
    assert first[3].startswith("Kendala dan istilah: dimuat: ")
    assert first[4].startswith("Halaman: dimuat: Beranda, Panduan, Membuat NIB usaha perseorangan")
    kinds = ("Data acuan", "Alur latihan", "Draf alur", "Kendala dan istilah", "Halaman")
    assert second == [f"{kind}: sudah ada" for kind in kinds]
    assert FlowVersion.objects.count() == 1
    assert GuidePage.objects.count() == 6
    assert KbliCode.objects.filter(code="47112").exists()
    assert flow_summary("nib-umk-perseorangan").version == 1
