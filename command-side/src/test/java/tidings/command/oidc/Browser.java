package tidings.command.oidc;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import tidings.command.running.Answer;
import tidings.command.running.Rest;

/** What a browser does: keeps the cookie, and goes where it is sent, one step at a time. */
final class Browser {

    private final Rest rest;
    private String cookie = "none=";

    Browser(Rest rest) {
        this.rest = rest;
    }

    Answer start(String provider) {
        Answer answer = rest.get("/api/oidc/" + provider + "/start");
        if (answer.status() == 302) {
            cookie = answer.header("Set-Cookie").split(";", -1)[0];
        }
        return answer;
    }

    /** To the provider, where it is sent back at once. */
    URI visit(Answer start) {
        Answer back = Rest.send(
                HttpRequest.newBuilder(URI.create(start.header("Location"))).build());
        return URI.create(back.header("Location"));
    }

    Answer comeBack(URI callback) {
        return rest.get(callback.getRawPath() + "?" + callback.getRawQuery(), "Cookie", cookie);
    }

    Answer trade(String code) {
        return rest.send(
                "POST", "/api/sessions/oidc", Rest.JSON.writeValueAsString(Map.of("code", code)), "Cookie", cookie);
    }

    /** All of it but the trade. */
    Answer signIn(String provider) {
        return comeBack(visit(start(provider)));
    }

    static String code(Answer signedIn) {
        return signedIn.header("Location").replaceAll(".*/#signed-in\\?code=", "");
    }
}
