package tidings.command.eventstore;

import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;

/** Where those who follow the log have come to, and which node does. */
public final class Positions {

    private static final Duration WRITE_INTERVAL = Duration.ofMillis(250);

    private Positions() {}

    /**
     * Axon's token store on our table.
     *
     * @param claimTimeout after which another node may take over from one that is silent
     */
    public static TokenStore create(ConnectionProvider connections, String nodeName, Duration claimTimeout) {
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(new TokenJson())
                .schema(TokenSchema.builder()
                        .setTokenTable("token_entry")
                        .setProcessorNameColumn("processor_name")
                        .setTokenTypeColumn("token_type")
                        .build())
                .nodeId(nodeName)
                .claimTimeout(claimTimeout);
        return new ThrottledTokenStore(builder, WRITE_INTERVAL);
    }
}
