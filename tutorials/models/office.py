"""The office that helps when a guide does not."""

from django.core.validators import RegexValidator
from django.db import models
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

WHATSAPP = RegexValidator(r"^62[0-9]{8,13}\Z", "Tulis nomor dengan awalan 62, tanpa tanda lain. Contoh: 6281200000000")


@register_setting(icon="mail")
class OfficeContact(BaseSiteSetting):
    name = models.CharField("nama kantor", max_length=80, blank=True, help_text="Contoh: DPMPTSP Kota Samarinda")
    whatsapp = models.CharField(
        "nomor WhatsApp kantor",
        max_length=20,
        blank=True,
        validators=[WHATSAPP],
        help_text="Dibuka dari “Saya bingung”. Kosong: tidak ada tautan WhatsApp.",
    )
    hours = models.CharField(
        "jam layanan", max_length=80, blank=True, help_text="Contoh: Senin sampai Jumat, 08.00–15.00"
    )

    panels = [FieldPanel("name"), FieldPanel("whatsapp"), FieldPanel("hours")]

    class Meta:
        verbose_name = "kantor yang membantu"
