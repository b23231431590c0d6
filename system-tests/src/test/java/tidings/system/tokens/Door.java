package tidings.system.tokens;

import java.net.URI;
import java.util.Map;
import tidings.system.client.Answer;
import tidings.system.client.Http;
import tidings.system.client.Json;
import tools.jackson.databind.JsonNode;

/** Where access tokens are shown. */
enum Door {
    REST {
        @Override
        Verdict show(URI site, String token) {
            Answer answer = new Http(site, bearer(token)).get("/api/sessions");
            return Verdict.of(answer.status(), answer.text("code"));
        }
    },
    GRAPHQL {
        @Override
        Verdict show(URI site, String token) {
            Answer answer = new Http(site, bearer(token))
                    .call("POST", "/graphql", Json.object().put("query", "{ me { id } }"));
            return Verdict.of(
                    answer.status(),
                    answer.body().at("/errors/0/extensions/code").asString());
        }
    },
    GRAPHQL_SOCKET {
        @Override
        Verdict show(URI site, String token) {
            JsonNode init = Json.object()
                    .put("type", "connection_init")
                    .set("payload", Json.object().put("token", token));
            return Verdict.of(TokenSocket.say(
                    socket(site, "/graphql"), "graphql-transport-ws", Map.of(), init.toString(), "connection_ack"));
        }

        @Override
        boolean takesOnlyHeaders() {
            return false;
        }
    },
    GRAPHQL_UPGRADE {
        @Override
        Verdict show(URI site, String token) {
            return Verdict.of(TokenSocket.say(
                    socket(site, "/graphql"),
                    "graphql-transport-ws",
                    bearer(token),
                    "{\"type\":\"connection_init\"}",
                    "connection_ack"));
        }
    },
    HELLO {
        @Override
        Verdict show(URI site, String token) {
            JsonNode hello = Json.object().put("type", "hello").put("token", token);
            return Verdict.of(
                    TokenSocket.say(socket(site, "/ws"), "tidings.v1", Map.of(), hello.toString(), "\"welcome\""));
        }

        @Override
        boolean takesOnlyHeaders() {
            return false;
        }
    },
    UPGRADE {
        @Override
        Verdict show(URI site, String token) {
            return Verdict.of(TokenSocket.say(
                    socket(site, "/ws"), "tidings.v1", bearer(token), "{\"type\":\"hello\"}", "\"welcome\""));
        }
    };

    abstract Verdict show(URI site, String token);

    boolean takesOnlyHeaders() {
        return true;
    }

    private static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }

    private static URI socket(URI site, String path) {
        return URI.create("ws://" + site.getAuthority() + path);
    }
}
