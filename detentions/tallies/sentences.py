"""Every contradiction in a sentence, by its code."""

from typing import Final

from django.utils.translation import gettext_noop as _

CITIES_ABOVE_COUNTRY: Final = "cities_above_country"
DOCUMENTED_ABOVE_REPORTED: Final = "documented_above_reported"
GROUP_DOCUMENTED_ABOVE_REPORTED: Final = "group_documented_above_reported"

SENTENCES: Final = {
    CITIES_ABOVE_COUNTRY: _(
        "The figures of the cities add up to %(cities)s, more than the %(country)s reported "
        "for the whole country: they come from different organisations or moments."
    ),
    DOCUMENTED_ABOVE_REPORTED: _(
        "%(place)s: %(documented)s detentions are documented here, more than the %(reported)s "
        "that %(organisation)s reported."
    ),
    GROUP_DOCUMENTED_ABOVE_REPORTED: _(
        "%(place)s, %(group)s: %(documented)s detentions are documented here, more than the "
        "%(reported)s that %(organisation)s reported."
    ),
}
