"""The form with which staff sign in."""

from django.http import HttpRequest
from wagtail.admin.forms.auth import LoginForm


class SignInForm(LoginForm):
    """Wagtail names its password box after the field, in English whatever the language."""

    def __init__(self, request: HttpRequest | None = None, *args: object, **kwargs: object) -> None:
        super().__init__(request, *args, **kwargs)
        self.fields["password"].label = "Kata sandi"
