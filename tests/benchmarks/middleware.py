"""The tracker's freshness, which leaves alone what is measured as a constant."""

from django.http import HttpRequest, HttpResponse

from detentions.freshness import FreshnessMiddleware

CONSTANT = "/constant/"


class FreshnessButForConstants(FreshnessMiddleware):
    """A constant passes all other middleware; everything else passes this one as well."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer as the tracker does, but for a constant."""
        if request.path_info.startswith(CONSTANT):
            return self._get_response(request)
        return super().__call__(request)
