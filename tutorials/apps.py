from django.apps import AppConfig


class TutorialsConfig(AppConfig):
    name = "tutorials"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from tutorials import shared_steps  # noqa: F401  # listens to publications
