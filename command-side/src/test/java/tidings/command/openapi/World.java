package tidings.command.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.Answer;
import tidings.command.running.Person;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Somebody who owns one of each: what the calls of one operation need to succeed. */
final class World {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String WEBHOOK = "/api/hooks/";

    private final Rest rest;
    private final Person owner;
    private final Person other;
    private final Map<String, String> ids = new TreeMap<>();
    private final String apiToken;

    World(Rest rest) {
        this.rest = rest;
        this.owner = rest.person("owner");
        this.other = rest.person("other");
        String channel = rest.channel(owner, "PUBLIC", "world-" + owner.username(), other);
        String channels = "/api/channels/" + channel;
        Answer message = rest.post(channels + "/messages", owner, Map.of("clientMessageId", "first", "body", "hi"));
        Answer webhook = rest.post(channels + "/webhooks", owner, Map.of("name", "Builds"));
        Answer token = rest.post(
                "/api/accounts/me/tokens",
                owner,
                Map.of("name", "t", "scopes", List.of("messages:read"), "password", Rest.PASSWORD));
        rest.signIn(owner.id(), owner.username());
        JsonNode sessions = rest.get("/api/sessions", "Authorization", "Bearer " + owner.accessToken())
                .json();
        this.apiToken = token.field("token");
        ids.put("channelId", channel);
        ids.put("messageId", message.field("id"));
        ids.put("userId", other.id());
        ids.put("accountId", "me");
        ids.put("role", "ADMIN");
        ids.put("sessionId", sessions.path(0).path("id").asString());
        ids.put("tokenId", token.field("id"));
        ids.put("webhookId", webhook.field("id"));
        ids.put("secret", webhook.field("path").substring(WEBHOOK.length()));
        ids.put("emoji", "\ud83d\udc4d");
        ids.put("provider", "standin");
    }

    /** Whose calls they are. */
    Person caller() {
        return owner;
    }

    void makeAdministrator(JdbcTemplate jdbc) {
        jdbc.update("INSERT INTO account_role (account_id, role) VALUES (?, 'ADMIN')", owner.id());
        ids.put("accountId", other.id());
    }

    /** The path with what is there in its places, but for one of them. */
    String path(Operation operation, String changed, String value) {
        String path = operation.path();
        for (Map.Entry<String, String> id : ids.entrySet()) {
            String in = id.getKey().equals(changed) ? value : id.getValue();
            path = path.replace(
                    "{" + id.getKey() + "}",
                    URLEncoder.encode(in, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return path;
    }

    String path(Operation operation) {
        return path(operation, "", "");
    }

    /** What fields mean in this operation; a missing node is left out. */
    Map<String, JsonNode> values(Operation operation) {
        String fresh = "n" + COUNT.incrementAndGet() + "-" + owner.username();
        Map<String, JsonNode> values = new TreeMap<>();
        values.put("password", text(Rest.PASSWORD));
        values.put("oldPassword", text(Rest.PASSWORD));
        values.put("newPassword", text("another horse"));
        values.put("totp", MissingNode.getInstance());
        values.put("username", text(operation.id().equals("signIn") ? owner.username() : fresh));
        values.put("refreshToken", text(owner.refreshToken()));
        values.put("token", text(apiToken));
        values.put("name", text(fresh));
        values.put("clientMessageId", text(fresh));
        values.put("body", text("hi"));
        values.put("memberIds", Rest.JSON.valueToTree(List.of(other.id())));
        values.put("replyTo", text(String.valueOf(ids.get("messageId"))));
        values.put("forwardOf", text(String.valueOf(ids.get("messageId"))));
        values.put("scopes", Rest.JSON.valueToTree(List.of("messages:read")));
        values.put("role", text("MEMBER"));
        values.put("slowModeSeconds", Rest.JSON.valueToTree(0));
        return values;
    }

    private static JsonNode text(String text) {
        return Rest.JSON.valueToTree(text);
    }

    Answer call(Operation operation, String path, String body, String... headers) {
        return rest.send(operation.method(), path, operation.bodySchema() == null ? null : body, headers);
    }
}
