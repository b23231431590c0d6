package tidings.command.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import tidings.command.running.Answer;
import tidings.command.running.CommandNodeTest;
import tidings.command.running.Rest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls each operation of the document with what it takes and with what it does not, the same calls each time. */
@CommandNodeTest
class EveryOperationIT {

    /** They are steps of a longer dialogue, which has tests of its own. */
    private static final Set<String> NEED_A_DIALOGUE =
            Set.of("confirmTotp", "tradeProviderCode", "finishProviderSignIn");

    private static final List<String> NO_IDS =
            List.of("x", "00000000-0000-7000-8000-000000000000", "\u0000", "..", "a;b=c", "%", " ", "x".repeat(300));

    private final JdbcTemplate jdbc;
    private final List<String> complaints = new ArrayList<>();
    private Rest rest = new Rest(0);
    private int succeeded;

    EveryOperationIT(@Autowired JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeEach
    void connect(@LocalServerPort int port) {
        rest = new Rest(port);
    }

    static List<Operation> operations() {
        return OpenApiDocument.current().operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isAnsweredAsTheDocumentSays(Operation operation) {
        callWithMutatedBodies(operation);
        callWithOtherIds(operation);
        callAsNobody(operation);
        callRightly(operation);
        assertThat(complaints).isEmpty();
        assertThat(succeeded > 0)
                .as("one call at least succeeds")
                .isNotEqualTo(NEED_A_DIALOGUE.contains(operation.id()));
    }

    private World world(Operation operation) {
        World world = new World(rest);
        if (operation.isForAdministrators()) {
            world.makeAdministrator(jdbc);
        }
        return world;
    }

    private static String[] credentials(Operation operation, World world) {
        return operation.isOpen()
                ? new String[] {"Accept", "text/html"}
                : new String[] {"Authorization", "Bearer " + world.caller().accessToken()};
    }

    private static List<String> bodies(Operation operation, World world) {
        JsonNode schema = operation.bodySchema();
        if (schema == null) {
            return List.of("");
        }
        Bodies bodies = new Bodies(operation.document(), schema, world.values(operation));
        ObjectNode fullest = bodies.fullest();
        return List.of(bodies.smallest().toString(), fullest.toString());
    }

    private void callRightly(Operation operation) {
        for (int i = 0; i < bodies(operation, world(operation)).size(); i++) {
            World fresh = world(operation);
            String body = bodies(operation, fresh).get(i);
            hold(operation, body, fresh.call(operation, fresh.path(operation), body, credentials(operation, fresh)));
        }
    }

    private void callWithMutatedBodies(Operation operation) {
        JsonNode schema = operation.bodySchema();
        if (schema == null) {
            return;
        }
        World world = world(operation);
        for (String body : new Bodies(operation.document(), schema, world.values(operation))
                .mutated(new Random(operation.id().hashCode()))) {
            Answer answer = world.call(operation, world.path(operation), body, credentials(operation, world));
            hold(operation, body, answer);
            // signed out, gone, or out of guesses: somebody new goes on
            if (answer.status() == 429 || (answer.status() == 401 && !operation.isOpen())) {
                world = world(operation);
            }
        }
    }

    private void callWithOtherIds(Operation operation) {
        World world = world(operation);
        String body = bodies(operation, world).getFirst();
        for (JsonNode parameter : operation.parameters()) {
            if (parameter.path("in").asString().equals("path")) {
                for (String value : NO_IDS) {
                    String path = world.path(operation, parameter.path("name").asString(), value);
                    hold(operation, body, world.call(operation, path, body, credentials(operation, world)));
                }
            }
        }
    }

    private void callAsNobody(Operation operation) {
        if (operation.isOpen()) {
            return;
        }
        World world = world(operation);
        String body = bodies(operation, world).getFirst();
        for (String token : new String[] {"Bearer x", "Bearer ", "Basic eDp4", "x"}) {
            Answer answer = world.call(operation, world.path(operation), body, "Authorization", token);
            hold(operation, body, answer);
            assertThat(answer.code()).isEqualTo("UNAUTHENTICATED");
        }
    }

    private void hold(Operation operation, String body, Answer answer) {
        List<String> about = new ArrayList<>(operation.complaints(answer));
        if (answer.status() < 300 && !operation.takes(body)) {
            about.add("taken, although the document does not: " + answer.status());
        }
        about.forEach(complaint ->
                complaints.add(complaint + " for " + body.substring(0, Math.min(200, body.length()))));
        succeeded += answer.status() < 400 ? 1 : 0;
    }
}
