from django.core.management.base import BaseCommand
from django.utils import timezone

from tutorials.guide_editing.scheduled import publish_due


class Command(BaseCommand):
    """In place of Wagtail's command of this name, which stops at the first page that cannot be published.

    The worker beside the server does the same every minute (`manage.py work_in_background`).
    """

    help = "Terbitkan atau tarik apa yang jadwalnya sudah tiba."

    def handle(self, *args: object, **options: object) -> None:
        for line in publish_due(now=timezone.now()):
            self.stdout.write(line)
