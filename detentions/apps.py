"""The application: casework, door, counting, pages and the staff's screens."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class DetentionsConfig(AppConfig):
    """Puts up the public views after every migration, and takes them down before one."""

    name = "detentions"
    verbose_name = _("Detentions")

    def ready(self) -> None:
        """Tie the door to migrations: its views are code, not state."""
        from detentions.public import install

        pre_migrate.connect(install.before_migration, sender=self)
        post_migrate.connect(install.after_migration, sender=self)
