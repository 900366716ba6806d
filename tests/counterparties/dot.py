"""An OAuth server on loopback: django-oauth-toolkit as it comes, with a database in memory."""

import logging

import django
from django.conf import settings
from django.core.management import call_command
from django.core.wsgi import get_wsgi_application
from django.http import JsonResponse
from django.urls import path

import loopback

logging.disable(logging.WARNING)  # at every request it advises against the password grant
options = loopback.arguments(__doc__)
APPS = ["auth", "contenttypes", "oauth2_provider"]
settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    # One connection for the whole life, as the database goes with it.
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:", "CONN_MAX_AGE": None}},
    INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "oauth2_provider"],
    MIGRATION_MODULES=dict.fromkeys(APPS),  # the tables as they are now, without their history: it is faster
    OAUTH2_PROVIDER={
        "ACCESS_TOKEN_EXPIRE_SECONDS": options.lifetime,
        "REFRESH_TOKEN_EXPIRE_SECONDS": options.refresh_lifetime,  # its clean-up heeds that, a refresh does not
        "SCOPES": {"read": "Read", "write": "Write"},
    },
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # a good one takes half a second
    ROOT_URLCONF=__name__,
    SECRET_KEY="made up",
    USE_TZ=True,
)
django.setup()

from django.contrib.auth.models import User  # noqa: E402 (models can be read only now)
from oauth2_provider.decorators import protected_resource  # noqa: E402
from oauth2_provider.models import Application  # noqa: E402
from oauth2_provider.views import RevokeTokenView, TokenView  # noqa: E402


def resource(request):
    return JsonResponse({"user": request.resource_owner.get_username()})


def echo(request):
    return JsonResponse(request.POST.dict())


urlpatterns = [
    path("oauth/token", TokenView.as_view()),
    path("revoke", RevokeTokenView.as_view()),
    # By default a token that is not good is answered with a bare 403, against RFC 6750.
    path("resource", protected_resource(advertise_metadata=True, resource_metadata_url=None)(resource)),
    path("resource/by-default", protected_resource()(resource)),
    path("echo", echo),
    path("echo/oauth/token", echo),
]

call_command("migrate", run_syncdb=True, verbosity=0)
for name, password in options.users.items():
    User.objects.create_user(name, password=password)
for client, secret in options.clients.items():
    Application.objects.create(
        client_id=client,
        client_secret=secret,
        client_type=Application.CLIENT_CONFIDENTIAL,
        authorization_grant_type=Application.GRANT_PASSWORD,
    )
loopback.serve(get_wsgi_application(), options.port, threaded=False)
