package tidings.query.socket;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.server.support.WebSocketHandlerMapping;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Serves sockets at the path of the queries. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    private static final int BEFORE_THE_QUERIES = -2;
    private static final Duration USUAL_KEEP_ALIVE = Duration.ofSeconds(25);

    @Bean
    SocketHandler socketHandler(SocketServices services, GraphQlProperties properties) {
        GraphQlProperties.Websocket socket = properties.getWebsocket();
        Duration keepAlive = socket.getKeepAlive();
        SocketHandler handler = new SocketHandler(
                services, socket.getConnectionInitTimeout(), keepAlive == null ? USUAL_KEEP_ALIVE : keepAlive);
        handler.start();
        return handler;
    }

    @Bean
    WebSocketHandlerMapping socketMapping(SocketHandler handler) {
        WebSocketHandlerMapping mapping = new WebSocketHandlerMapping();
        mapping.setWebSocketUpgradeMatch(true);
        mapping.setUrlMap(Map.of("/graphql", new WebSocketHttpRequestHandler(handler, new ProblemHandshakeHandler())));
        mapping.setOrder(BEFORE_THE_QUERIES);
        return mapping;
    }
}
