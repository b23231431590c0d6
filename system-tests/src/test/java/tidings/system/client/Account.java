package tidings.system.client;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tidings.system.history.History;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Somebody with an account and a session, and what they can do over HTTP. */
public final class Account {

    private static final String PASSWORD = "correct horse battery staple";

    private final URI site;
    private final String id;
    private final String username;
    private final String accessToken;
    private final Http http;

    private Account(URI site, String id, String username, String accessToken) {
        this.site = site;
        this.id = id;
        this.username = username;
        this.accessToken = accessToken;
        this.http = new Http(site, Map.of("Authorization", "Bearer " + accessToken));
    }

    public static Account signUp(URI site, String username) {
        Http anonymous = new Http(site, Map.of());
        ObjectNode credentials = Json.object().put("username", username).put("password", PASSWORD);
        String id = anonymous
                .call("POST", "/api/accounts", credentials)
                .expect(201)
                .get("id")
                .asString();
        String token = anonymous
                .call("POST", "/api/sessions", credentials)
                .expect(200)
                .get("accessToken")
                .asString();
        return new Account(site, id, username, token);
    }

    /** The same account in a new session, as after a restart of everything. */
    public Account signInAgain() {
        String token = new Http(site, Map.of())
                .call(
                        "POST",
                        "/api/sessions",
                        Json.object().put("username", username).put("password", PASSWORD))
                .expect(200)
                .get("accessToken")
                .asString();
        return new Account(site, id, username, token);
    }

    /** The same session at another door, such as one node of many. */
    public Account at(URI otherSite) {
        return new Account(otherSite, id, username, accessToken);
    }

    /** The same account with another access token. */
    public Account withToken(String otherToken) {
        return new Account(site, id, username, otherToken);
    }

    public String id() {
        return id;
    }

    public String username() {
        return username;
    }

    public String accessToken() {
        return accessToken;
    }

    public URI site() {
        return site;
    }

    public Http http() {
        return http;
    }

    public String ticket() {
        return http.call("POST", "/api/tickets", null).expect(201).get("ticket").asString();
    }

    /** Opens a channel with these members besides oneself, and returns its id. */
    public String openChannel(@Nullable String name, String visibility, Account... members) {
        ObjectNode request = Json.object().put("visibility", visibility);
        if (name != null) {
            request.put("name", name);
        }
        request.set(
                "memberIds",
                Json.tree(List.of(members).stream().map(Account::id).toList()));
        return http.call("POST", "/api/channels", request).expect(201).get("id").asString();
    }

    /** Posts over REST. */
    public Answer post(String channelId, String clientMessageId, String body) {
        return http.call(
                "POST",
                "/api/channels/" + channelId + "/messages",
                Json.object().put("clientMessageId", clientMessageId).put("body", body));
    }

    public JsonNode query(String query, Map<String, ?> variables) {
        return new GraphQl(http).query(query, variables, Map.of());
    }

    /** Asks only once the projection has reached a channel's seq. */
    public JsonNode queryAfter(String channelId, long seq, String query, Map<String, ?> variables) {
        return new GraphQl(http).query(query, variables, Map.of("X-Min-Seq", channelId + "=" + seq));
    }

    /** A device of this person's. */
    public Device device(String name, History history) {
        return new Device(this, username + "/" + name, history);
    }
}
