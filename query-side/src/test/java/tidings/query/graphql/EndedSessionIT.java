package tidings.query.graphql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountEvent.SessionEnded;
import tidings.events.account.AccountId;
import tidings.query.fixture.GraphQlClient;
import tidings.query.fixture.QueryNode;
import tidings.query.fixture.QueryWorld;
import tidings.query.kafka.ConsumerState;

/** Two nodes share the partitions, so that one of them does not project the account whose session ends. */
class EndedSessionIT {

    private static final String ME = "{\"query\":\"{ me { username } }\"}";

    @Test
    void refusesATokenOnEveryNodeSoonAfterItsSessionEnded() throws SQLException {
        try (QueryWorld world = new QueryWorld(2, Map.of());
                QueryNode other = world.start(Map.of())) {
            await().until(() -> other.bean(ConsumerState.class).assigned());
            AccountId ada = world.chat().account("ended");
            world.settle();
            String ended = world.tokens().of(ada, claims -> claims.claim("sid", "ended"));
            String standing = world.tokens().of(ada, claims -> claims.claim("sid", "standing"));
            for (QueryNode node : java.util.List.of(world.node(), other)) {
                assertThat(status(node, ended)).isEqualTo(200);
            }
            world.log().append(ada.value(), ada, new SessionEnded("ended"));
            world.settle();
            for (QueryNode node : java.util.List.of(world.node(), other)) {
                assertThat(status(node, ended)).isEqualTo(401);
                assertThat(status(node, standing)).isEqualTo(200);
            }
            saysThatItCannotTell(other, standing);
        }
    }

    /** Without the database. */
    private static void saysThatItCannotTell(QueryNode node, String token) throws SQLException {
        node.bean(DataSource.class).unwrap(HikariDataSource.class).close();
        HttpResponse<String> answer = new GraphQlClient(node, token).send(ME, "application/json", Map.of());
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"UNAVAILABLE\"");
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
    }

    private static int status(QueryNode node, String token) {
        return new GraphQlClient(node, token)
                .send(ME, "application/json", Map.of())
                .statusCode();
    }
}
