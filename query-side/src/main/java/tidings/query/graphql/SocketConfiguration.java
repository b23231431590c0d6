package tidings.query.graphql;

import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tidings.query.identity.ViewerStanding;
import tools.jackson.databind.json.JsonMapper;

/** Takes the place of the WebSocket handler that Spring Boot makes by default. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    @Bean
    ViewerSocketHandler graphQlWebSocketHandler(
            WebGraphQlHandler handler, GraphQlProperties properties, JsonMapper json, ViewerStanding standing) {
        GraphQlProperties.Websocket socket = properties.getWebsocket();
        ViewerSocketHandler sockets = new ViewerSocketHandler(
                handler,
                new JacksonJsonHttpMessageConverter(json),
                socket.getConnectionInitTimeout(),
                socket.getKeepAlive(),
                standing);
        sockets.start();
        return sockets;
    }
}
