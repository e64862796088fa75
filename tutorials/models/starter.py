from django.db import models


class LoadedStarter(models.Model):
    """A starter page that was loaded once. Staff may have renamed or deleted it since: it does not come back."""

    key = models.SlugField(max_length=100, unique=True)  # the folder's name; "beranda" and "panduan" for those two
    loaded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.key
