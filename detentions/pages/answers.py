"""One page in its forms: HTML for readers, CSV and JSON for what they do next; and refusals."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
    JsonResponse,
)
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from detentions import records, tallies
from detentions.filters.problems import BadParametersError
from detentions.pages import faults

Arguments = ParamSpec("Arguments")
View = Callable[Concatenate[HttpRequest, Arguments], HttpResponse]

HTML, CSV, JSON = "html", "csv", "json"

# What a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0")
# Where one that divides at semicolons begins another cell or line, and a formula in it.
_INNER_FORMULA = re.compile(r"([;\r\n])(?=[=+\-@\t\0])")


@dataclass(frozen=True, slots=True)
class Here:
    """Where the same figures stand in other forms."""

    csv: str
    json: str
    api: str


def page(view: View[Arguments]) -> View[Arguments]:
    """Let a view be read only, and turn what it refuses or misses into the right answer."""

    @wraps(view)
    def answered(
        request: HttpRequest, *args: Arguments.args, **kwargs: Arguments.kwargs
    ) -> HttpResponse:
        """Answer with the page, or with what became of what was asked for."""
        try:
            return view(request, *args, **kwargs)
        except BadParametersError as bad:
            return _refused(request, bad)
        except records.RecordGoneError as gone:
            return _gone(request, gone)
        except records.RecordMissingError as missing:
            raise Http404 from missing
        except tallies.UnknownCityError as unknown:
            return _no_city(request, unknown)
        except tallies.OutsideCalendarError as outside:
            raise Http404(str(outside)) from outside

    # A page that takes no POST answers one with 405, whatever token it lacks.
    return cast(View[Arguments], csrf_exempt(require_safe(answered)))


def _refused(request: HttpRequest, bad: BadParametersError) -> HttpResponse:
    context = {"problems": bad.problems}
    return faults.told(
        request,
        400,
        lambda: render_to_string("pages/refused.html", context, request),
        **bad.members(),
    )


def _no_city(request: HttpRequest, unknown: tallies.UnknownCityError) -> HttpResponse:
    if gone := records.CITIES.withdrawn(unknown.slug):
        return _gone(request, gone)
    raise Http404(str(unknown)) from unknown


def _gone(request: HttpRequest, gone: records.RecordGoneError) -> HttpResponse:
    """Say that a record was withdrawn, or lead to the one that it was merged into."""
    if gone.successor and request.resolver_match:
        address = reverse(request.resolver_match.view_name, args=[gone.successor])
        return HttpResponsePermanentRedirect(address)
    context = {"gone": gone}
    return faults.told(request, 410, lambda: render_to_string("pages/gone.html", context, request))


def siblings(name: str, api: str, *args: Any, query: str = "") -> Here:
    """Return the other forms of the page with this URL name."""
    csv_path, json_path = (reverse(f"pages:{name}_as", args=[*args, form]) for form in (CSV, JSON))
    return Here(csv_path + query, json_path + query, f"/api/v1/tallies/{api}{query}")


def as_data(form: str, name: str, counted: Any) -> HttpResponse:
    """Answer with what was counted as CSV or JSON."""
    if form == JSON:
        return JsonResponse(tallies.as_data(counted), json_dumps_params={"ensure_ascii": False})
    return HttpResponse(
        as_csv(*tallies.rows(counted)),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}.csv"'},
    )


def as_csv(header: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Write a table so that no spreadsheet reads a cell as a formula."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(header)
    writer.writerows([harmless(cell) for cell in row] for row in rows)
    return written.getvalue()


def harmless(cell: Any) -> Any:
    """Put an apostrophe before text that a spreadsheet would take for a formula.

    Also within a cell: a Russian or Belarusian Excel opens a file like ours with semicolons between
    the cells, and a quote that does not begin such a cell is an ordinary sign to it.
    """
    if not isinstance(cell, str):
        return cell
    text = _INNER_FORMULA.sub(r"\1'", cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
