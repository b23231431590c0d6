package tidings.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Opens sockets of the protocol {@code tidings.v1} with the JDK's client. */
public final class WebSocketConnector implements Connector {

    /** One for all: it keeps a thread. */
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Longer than the 8 s for which nginx may let an upgrade wait for its turn. */
    private static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(15);

    private final URI site;
    private final Credentials credentials;

    /** {@code site} is where everything is, such as {@code http://127.0.0.1:8080}. */
    public WebSocketConnector(URI site, Credentials credentials) {
        this.site = site;
        this.credentials = credentials;
    }

    @Override
    public CompletableFuture<Connection> open(Connection.Handler handler) {
        WebSocket.Builder builder =
                HTTP.newWebSocketBuilder().subprotocols("tidings.v1").connectTimeout(UPGRADE_TIMEOUT);
        String query = "";
        switch (credentials) {
            case Credentials.Token token -> builder.header("Authorization", "Bearer " + token.accessToken());
            case Credentials.Ticket ticket -> query = "?ticket=" + ticket.ticket();
            case Credentials.AtHello ignored -> {}
        }
        String scheme = "https".equals(site.getScheme()) ? "wss" : "ws";
        URI address = URI.create(scheme + "://" + site.getAuthority() + "/ws" + query);
        WebSocketConnection connection = new WebSocketConnection(handler);
        return builder.buildAsync(address, connection)
                .<Connection>thenApply(opened -> connection)
                .exceptionallyCompose(failure -> CompletableFuture.failedFuture(RetryAfter.explain(failure)));
    }
}
