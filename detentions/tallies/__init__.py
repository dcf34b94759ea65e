"""The only code that counts (docs/counting.md).

Everything comes out as a frozen dataclass of `shapes`, with one JSON form (`as_data`) and one
tabular form (`rows`), so that page, API, CSV, feed and chart cannot differ (rule 13).
"""

from detentions.tallies.errors import NotASundayError, OutsideCalendarError, UnknownCityError
from detentions.tallies.index import matrix, sundays
from detentions.tallies.json_form import as_data
from detentions.tallies.one_cell import cell
from detentions.tallies.one_sunday import sunday
from detentions.tallies.over_time import cities, city
from detentions.tallies.rules import Rule
from detentions.tallies.shapes import (
    Cell,
    City,
    CityDay,
    CityIndex,
    CityLine,
    CityTotal,
    Contradiction,
    DetainedByLine,
    Difference,
    Documented,
    EventLine,
    Figure,
    GroupLine,
    Headline,
    Matrix,
    MatrixCell,
    MatrixCity,
    MatrixRow,
    MeasureLine,
    OutcomeLine,
    PrintedOrdinalLine,
    RegionLine,
    Reported,
    RoleLine,
    SourceLine,
    Status,
    Stored,
    Summary,
    Sunday,
    SundayIndex,
    SundayLine,
    Week,
    WeekDay,
)
from detentions.tallies.state import status
from detentions.tallies.table import differences, rebuild, refresh
from detentions.tallies.tabular_form import rows

__all__ = [
    "Cell",
    "City",
    "CityDay",
    "CityIndex",
    "CityLine",
    "CityTotal",
    "Contradiction",
    "DetainedByLine",
    "Difference",
    "Documented",
    "EventLine",
    "Figure",
    "GroupLine",
    "Headline",
    "Matrix",
    "MatrixCell",
    "MatrixCity",
    "MatrixRow",
    "MeasureLine",
    "NotASundayError",
    "OutsideCalendarError",
    "OutcomeLine",
    "PrintedOrdinalLine",
    "RegionLine",
    "Reported",
    "RoleLine",
    "Rule",
    "SourceLine",
    "Status",
    "Stored",
    "Summary",
    "Sunday",
    "SundayIndex",
    "SundayLine",
    "UnknownCityError",
    "Week",
    "WeekDay",
    "as_data",
    "cell",
    "cities",
    "city",
    "differences",
    "matrix",
    "rebuild",
    "refresh",
    "rows",
    "status",
    "sunday",
    "sundays",
]
