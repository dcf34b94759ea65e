"""Who keeps the accounts gives roles, and no rights beyond them."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests import staff

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client: Client) -> User:
    user = staff.administrator()
    client.force_login(user)
    return user


def _form(user: User) -> dict[str, str]:
    return {"username": user.username, "is_active": "on", "is_superuser": "on", "is_staff": "on"}


def test_an_administrator_cannot_make_themselves_a_superuser(
    client: Client, administrator: User
) -> None:
    response = client.post(
        f"/admin/auth/user/{administrator.pk}/change/",
        {**_form(administrator), "date_joined_0": "2020-08-01", "date_joined_1": "10:00:00"},
    )
    assert response.status_code == 302
    administrator.refresh_from_db()
    assert not administrator.is_superuser


def test_an_administrator_cannot_take_over_a_superusers_account(
    client: Client, administrator: User
) -> None:
    chief = User.objects.create_superuser("chief-of-tests", password="not-a-real-one-at-all")
    address = f"/admin/auth/user/{chief.pk}/change/"
    assert client.post(address, _form(chief) | {"username": "taken"}).status_code == 403
    password = f"/admin/auth/user/{chief.pk}/password/"
    taken = {"password1": "taken-over-by-tests", "password2": "taken-over-by-tests"}
    assert client.post(password, taken).status_code == 403
    chief.refresh_from_db()
    assert chief.username == "chief-of-tests"
    assert chief.check_password("not-a-real-one-at-all")


def test_an_administrator_gives_roles(client: Client, administrator: User) -> None:
    page = client.get(f"/admin/auth/user/{administrator.pk}/change/").content.decode()
    assert 'name="groups"' in page
    assert 'name="is_superuser"' not in page


@pytest.mark.parametrize(
    "query",
    ["date_joined__year=0", "date_joined__year=9223372036854775808", "last_login__gte=0001-01-01"]
    + ["password__startswith=p", "is_active__exact=%00"],
)
def test_the_list_of_accounts_takes_its_own_filters_alone(
    client: Client, administrator: User, query: str
) -> None:
    assert client.get(f"/admin/auth/user/?{query}").status_code in {302, 400}
    assert client.get("/admin/auth/user/?is_active__exact=1").status_code == 200


@pytest.mark.parametrize("page", ["change/?at", "intakebatch/?committed_at"])
def test_a_calendar_of_moments_takes_no_year_before_all_moments(
    client: Client, administrator: User, page: str
) -> None:
    address = f"/admin/detentions/{page}__year=1&{page.partition('?')[2]}__month=1"
    assert client.get(address).status_code in {302, 400}
