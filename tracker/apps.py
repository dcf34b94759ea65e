"""Which site Django's admin serves: the staff's own, with the screens of the casework."""

from importlib import import_module

from django.contrib.admin.apps import AdminConfig


class StaffConfig(AdminConfig):
    """Django's admin with the tracker's site."""

    default_site = "detentions.admin.site.StaffSite"

    def ready(self) -> None:
        """Register the screens once the site is there."""
        super().ready()
        import_module("detentions.admin.screens")
