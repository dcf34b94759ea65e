"""Names of places and people across scripts: romanised, compared, looked up, shortened.

Pure functions over text: nothing here knows Django or a database.
"""

from detentions.names.initials import initials
from detentions.names.keys import match_key, person_key
from detentions.names.places import Resolution, clean_alias, names_in, place_keys, resolve
from detentions.names.romanise import romanise
from detentions.names.scripts import clean_text, script_of

__all__ = [
    "Resolution",
    "clean_alias",
    "clean_text",
    "initials",
    "match_key",
    "names_in",
    "person_key",
    "place_keys",
    "resolve",
    "romanise",
    "script_of",
]
