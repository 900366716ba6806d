// An OAuth server on loopback: @node-oauth/oauth2-server on express, with clients, users and tokens in memory.

import { createRequire } from "node:module";
import { parseArgs } from "node:util";

const installed = createRequire(new URL("../../target/counterparties/", import.meta.url));
const express = installed("express");
const OAuthServer = installed("@node-oauth/oauth2-server");

const { values: options } = parseArgs({
  options: {
    port: { type: "string", default: "0" }, // 0 takes a free one
    clients: { type: "string" }, // {"id": "secret", …}
    users: { type: "string" }, // {"name": "password", …}
    lifetime: { type: "string", default: "300" }, // of an access token, in seconds
    "refresh-lifetime": { type: "string", default: "3600" },
  },
});
const clients = new Map(Object.entries(JSON.parse(options.clients)));
const users = new Map(Object.entries(JSON.parse(options.users)));
const scopes = ["read", "write"];
const access = new Map();
const refresh = new Map();

const model = {
  getClient: (id, secret) => secret && clients.get(id) === secret && { id, grants: ["password", "refresh_token"] },
  getUser: (name, password) => users.get(name) === password && { name },
  validateScope: (user, client, scope = scopes) => scope.every((one) => scopes.includes(one)) && scope,
  saveToken: (token, client, user) => {
    const saved = { ...token, client, user };
    access.set(saved.accessToken, saved);
    refresh.set(saved.refreshToken, saved);
    return saved;
  },
  getAccessToken: (text) => access.get(text),
  getRefreshToken: (text) => refresh.get(text),
  revokeToken: (token) => access.delete(token.accessToken) | refresh.delete(token.refreshToken),
};
const server = new OAuthServer({
  model,
  accessTokenLifetime: Number(options.lifetime),
  refreshTokenLifetime: Number(options["refresh-lifetime"]),
});
const counts = { token: 0, refused: 0 };

const app = express();
app.use(express.urlencoded({ extended: false }));

/** Answers as the library says: what it has put into its response, or the error that it throws. */
const answering = (step) => async (request, response) => {
  const answer = new OAuthServer.Response(response);
  try {
    await step(new OAuthServer.Request(request), answer);
    response.set(answer.headers).status(answer.status).json(answer.body);
  } catch (error) {
    response.set(answer.headers).status(error.code).json({ error: error.name, error_description: error.message });
  }
};

app.all("/oauth/token", (request, response, next) => {
  counts.token += 1;
  response.on("finish", () => (counts.refused += response.statusCode >= 400));
  next();
});
app.post("/oauth/token", answering((request, response) => server.token(request, response)));
app.get("/resource", answering(async (request, response) => {
  const token = await server.authenticate(request, response);
  response.body = { user: token.user.name };
}));
// The library has no revocation of RFC 7009.
app.post("/test/revoke", (request, response) => {
  const text = request.body.token;
  const token = access.get(text) ?? refresh.get(text);
  if (token) model.revokeToken(token);
  response.end();
});
app.post(["/echo", "/echo/oauth/token"], (request, response) => response.json(request.body));
app.get("/test/counts", (request, response) => response.json(counts));

process.stdin.resume().on("end", () => process.exit());
const listener = app.listen(Number(options.port), "127.0.0.1", () =>
  console.log(`listening on http://127.0.0.1:${listener.address().port}`),
);
