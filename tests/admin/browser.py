"""What a browser does with the staff's screens: sign in, fill in the form on a page, post it."""

from html.parser import HTMLParser
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import reverse


class _Form(HTMLParser):
    """Collects what a browser would post from the form with a given id."""

    def __init__(self, form_id: str) -> None:
        super().__init__()
        self.data: dict[str, str] = {}
        self._form_id = form_id
        self._inside = False
        self._select = ""
        self._textarea = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = found.get("id") == self._form_id
        elif self._inside and tag == "input" and "name" in found:
            self._input(found)
        elif self._inside and tag == "select":
            self._select = found.get("name", "")
            self.data.setdefault(self._select, "")
        elif self._inside and tag == "option" and "selected" in found:
            self.data[self._select] = found.get("value", "")
        elif self._inside and tag == "textarea":
            self._textarea = found["name"]
            self.data[self._textarea] = ""

    def handle_data(self, data: str) -> None:
        if self._textarea:
            # A browser drops the line break that follows the tag.
            self.data[self._textarea] += data.removeprefix("\r\n").removeprefix("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False
        elif tag == "textarea":
            self._textarea = ""

    def _input(self, found: dict[str, str]) -> None:
        kind = found.get("type", "text")
        if kind in {"submit", "button"} or (kind == "checkbox" and "checked" not in found):
            return
        self.data[found["name"]] = found.get("value", "on" if kind == "checkbox" else "")


def sign_in(user: User) -> Client:
    """Return a browser in which a member of staff is signed in."""
    client = Client()
    client.force_login(user)
    return client


def address(what: Any, page: str = "change") -> str:
    """Return the address of a record's page, or of a model's list or empty form."""
    name = f"admin:detentions_{what._meta.model_name}_{page}"
    return reverse(name, args=[what.pk] if isinstance(what, Model) else [])


def form_on(response: Any, model: type[Model]) -> dict[str, str]:
    """Return what the record's form on a page would post if nobody touched it."""
    form = _Form(f"{model._meta.model_name}_form")
    form.feed(response.content.decode())
    return {name: value for name, value in form.data.items() if "__prefix__" not in name}


def save(client: Client, what: Any, changes: dict[str, Any], **extra: str) -> Any:
    """Open a record's form, or a model's empty one, type the changes and press Save."""
    page = address(what, "change" if isinstance(what, Model) else "add")
    model = type(what) if isinstance(what, Model) else what
    data = form_on(client.get(page), model)
    return client.post(page, {**data, **changes, **(extra or {"_save": "Save"})})


def said(response: Any) -> str:
    """Return the messages that the page after a response shows."""
    return " | ".join(str(message) for message in response.wsgi_request._messages)


def told(client: Client, response: Any) -> str:
    """Follow a redirect and return the messages on the page it leads to."""
    assert response.status_code == 302, errors(response)
    page = client.get(response["Location"])
    messages: Any = page.context["messages"]
    return " | ".join(str(message) for message in messages)


def errors(response: Any) -> str:
    """Return all errors that a refused form shows, in one text."""
    context: Any = getattr(response, "context", None)
    if not context or "errors" not in context:
        return ""
    lists = [[found] if isinstance(found, str) else found for found in context["errors"]]
    return " | ".join(str(error) for found in lists for error in found)
