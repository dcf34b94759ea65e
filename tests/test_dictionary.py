"""The data dictionary says what the models say."""

from pathlib import Path

from detentions import dictionary

PATH = Path(__file__).resolve().parent.parent / "docs" / "data-dictionary.md"


def test_the_data_dictionary_is_up_to_date() -> None:
    written = PATH.read_text(encoding="utf-8")
    assert written == dictionary.dictionary(), "run `python manage.py data_dictionary`"
