"""The door as an application of its own: it has models but nothing to migrate."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublicConfig(AppConfig):
    """Models mapped onto views; without migrations, because views are code."""

    name = "detentions.public"
    label = "public"
    verbose_name = _("Public views")
