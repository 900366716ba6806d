"""An OAuth server on loopback: Authlib on Flask, with clients, users and tokens in memory."""

import os
import secrets
import time

os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # it is loopback

from authlib.integrations.flask_oauth2 import AuthorizationServer, ResourceProtector, current_token
from authlib.oauth2.rfc6749 import ClientMixin, TokenMixin, grants
from authlib.oauth2.rfc6750 import BearerTokenValidator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from flask import Flask, jsonify, request

import loopback

GRANTS = ("password", "refresh_token")
SCOPES = ["read", "write"]
options = loopback.arguments(__doc__)
tokens = []


class Client(ClientMixin):
    def __init__(self, client_id, secret):
        self.client_id = client_id
        self.secret = secret

    def get_client_id(self):
        return self.client_id

    def get_allowed_scope(self, scope):
        return scope or " ".join(SCOPES)

    def check_client_secret(self, client_secret):
        return secrets.compare_digest(self.secret.encode(), client_secret.encode())

    def check_endpoint_auth_method(self, method, endpoint):
        return method == "client_secret_basic"

    def check_grant_type(self, grant_type):
        return grant_type in GRANTS


class Token(TokenMixin):
    def __init__(self, values, client, user):
        self.access = values["access_token"]
        self.refresh = values["refresh_token"]
        self.scope = values["scope"]
        self.client = client
        self.user = user
        self.issued = time.time()
        self.revoked = False

    def check_client(self, client):
        return self.client is client

    def get_scope(self):
        return self.scope

    def get_expires_in(self):
        return options.lifetime

    def is_expired(self):
        return time.time() >= self.issued + options.lifetime

    def is_revoked(self):
        return self.revoked

    def get_user(self):
        return self.user

    def get_client(self):
        return self.client


def token_of(kind, text):
    return next((token for token in tokens if getattr(token, kind) == text), None)


class PasswordGrant(grants.ResourceOwnerPasswordCredentialsGrant):
    def authenticate_user(self, username, password):
        return username if options.users.get(username) == password else None


class RefreshGrant(grants.RefreshTokenGrant):
    INCLUDE_NEW_REFRESH_TOKEN = True

    def authenticate_refresh_token(self, refresh_token):
        token = token_of("refresh", refresh_token)
        alive = token and not token.revoked and time.time() < token.issued + options.refresh_lifetime
        return token if alive else None

    def authenticate_user(self, refresh_token):
        return refresh_token.user

    def revoke_old_credential(self, refresh_token):
        refresh_token.revoked = True


class Revocation(RevocationEndpoint):
    def query_token(self, token_string, token_type_hint):
        return token_of("access", token_string) or token_of("refresh", token_string)

    def revoke_token(self, token, request):
        token.revoked = True


class Bearer(BearerTokenValidator):
    def authenticate_token(self, token_string):
        return token_of("access", token_string)


clients = {client: Client(client, secret) for client, secret in options.clients.items()}
app = Flask(__name__)
app.config["OAUTH2_REFRESH_TOKEN_GENERATOR"] = True
app.config["OAUTH2_SCOPES_SUPPORTED"] = SCOPES
app.config["OAUTH2_TOKEN_EXPIRES_IN"] = dict.fromkeys(GRANTS, options.lifetime)
server = AuthorizationServer(
    app,
    query_client=clients.get,
    save_token=lambda values, request: tokens.append(Token(values, request.client, request.user)),
)
server.register_grant(PasswordGrant)
server.register_grant(RefreshGrant)
server.register_endpoint(Revocation)
protected = ResourceProtector()
protected.register_token_validator(Bearer())


@app.post("/oauth/token")
def token():
    return server.create_token_response()


@app.post("/revoke")
def revoke():
    return server.create_endpoint_response(Revocation.ENDPOINT_NAME)


@app.get("/resource")
@protected()
def resource():
    return jsonify(user=current_token.user)


@app.post("/echo")
@app.post("/echo/oauth/token")
def echo():
    return jsonify(request.form.to_dict())


loopback.serve(app, options.port, threaded=True)
