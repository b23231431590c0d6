package tidings.launcher.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Stands in for a service: it is ready at once and answers every path with its name, the request and its environment. */
final class StubService {
    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        if (environment.containsKey("STUB_FAILS")) {
            throw new IllegalStateException(environment.get("STUB_FAILS"));
        }
        start(
                environment.getOrDefault("TIDINGS_NODE_NAME", "?"),
                Integer.parseInt(environment.getOrDefault("TIDINGS_HTTP_PORT", "0")),
                environment.keySet().stream()
                        .filter(name -> name.startsWith("TIDINGS_"))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    static HttpServer start(String name, int port, String says) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", exchange -> answer(exchange, name + "\n" + says));
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        String secret = exchange.getRequestHeaders().getFirst("Tidings-Internal-Secret");
        String all = text + "\n" + exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\nsecret=" + secret;
        byte[] body = all.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
