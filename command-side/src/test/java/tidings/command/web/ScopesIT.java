package tidings.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.PermitAll;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tidings.access.Scope;
import tidings.command.running.CommandNodeTest;

/** Every route has a decision here on which tokens reach it; one without is a failure. */
@CommandNodeTest
class ScopesIT {

    private static final String OPEN = """
            GET /.well-known/jwks.json
            GET /api/oidc
            GET /api/oidc/{provider}/callback
            GET /api/oidc/{provider}/start
            POST /api/accounts
            POST /api/hooks/{secret}
            POST /api/sessions
            POST /api/sessions/oidc
            POST /api/sessions/refresh
            POST /api/sessions/token
            """;

    /** Only for somebody who signed in. */
    private static final String PEOPLE = """
            DELETE /api/accounts/{accountId}
            DELETE /api/accounts/{accountId}/deactivation
            DELETE /api/accounts/{accountId}/roles/{role}
            DELETE /api/accounts/{accountId}/tokens/{tokenId}
            DELETE /api/sessions
            DELETE /api/sessions/{sessionId}
            GET /api/accounts/{accountId}/tokens
            GET /api/audit
            GET /api/sessions
            PATCH /api/accounts/me
            POST /api/accounts/me/deactivation
            POST /api/accounts/me/deletion
            POST /api/accounts/me/totp
            POST /api/accounts/me/totp/removal
            POST /api/accounts/{accountId}/tokens
            POST /api/bots
            POST /api/channels/{channelId}/webhooks
            PUT /api/accounts/me/password
            PUT /api/accounts/me/totp
            PUT /api/accounts/{accountId}/deactivation
            PUT /api/accounts/{accountId}/roles/{role}
            """;

    private static final String MESSAGES_WRITE = """
            DELETE /api/channels/{channelId}/messages/{messageId}
            DELETE /api/channels/{channelId}/messages/{messageId}/reactions/{emoji}
            PATCH /api/channels/{channelId}/messages/{messageId}
            POST /api/channels/{channelId}/messages
            PUT /api/channels/{channelId}/messages/{messageId}/reactions/{emoji}
            """;

    private static final String CHANNELS_MANAGE = """
            DELETE /api/channels/{channelId}/archive
            DELETE /api/channels/{channelId}/bans/{userId}
            DELETE /api/channels/{channelId}/members/{userId}
            DELETE /api/channels/{channelId}/pins/{messageId}
            DELETE /api/channels/{channelId}/webhooks/{webhookId}
            GET /api/channels/{channelId}/webhooks
            PATCH /api/channels/{channelId}
            POST /api/channels
            PUT /api/channels/{channelId}/archive
            PUT /api/channels/{channelId}/bans/{userId}
            PUT /api/channels/{channelId}/members/{userId}
            PUT /api/channels/{channelId}/pins/{messageId}
            """;

    private final RequestMappingHandlerMapping routes;

    ScopesIT(@Autowired RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @Test
    void areDecidedForEveryRoute() {
        Map<String, String> decided = new TreeMap<>();
        OPEN.lines().forEach(route -> decided.put(route, "open"));
        PEOPLE.lines().forEach(route -> decided.put(route, "people"));
        MESSAGES_WRITE.lines().forEach(route -> decided.put(route, "messages:write"));
        CHANNELS_MANAGE.lines().forEach(route -> decided.put(route, "channels:manage"));
        decided.put("POST /api/tickets", "messages:read messages:write");
        decided.put("DELETE /api/sessions/current", "any");
        assertThat(actual()).isEqualTo(decided);
    }

    private Map<String, String> actual() {
        Map<String, String> actual = new TreeMap<>();
        routes.getHandlerMethods()
                .forEach((mapping, handler) -> mapping.getPatternValues().stream()
                        .filter(path -> !path.startsWith("/internal/")
                                && !path.startsWith("/health/")
                                && !path.equals("/error"))
                        .forEach(path -> methods(mapping.getMethodsCondition().getMethods())
                                .forEach(method -> actual.put(
                                        method + " " + path,
                                        handler.hasMethodAnnotation(PermitAll.class)
                                                ? "open"
                                                : decision(method, path)))));
        return actual;
    }

    private static Set<String> methods(Set<?> methods) {
        return methods.stream().map(String::valueOf).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String decision(String method, String path) {
        Set<Scope> needed = ScopeTable.needed(method, path);
        return needed == null ? "people" : needed.isEmpty() ? "any" : Scope.claim(needed);
    }
}
