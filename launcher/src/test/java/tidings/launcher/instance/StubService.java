package tidings.launcher.instance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Stands in for a service: it is ready at once and answers every path with its name, the request and its environment. */
final class StubService {
    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        if (environment.containsKey("STUB_FAILS")) {
            throw new IllegalStateException(environment.get("STUB_FAILS"));
        }
        String failedOnce = environment.getOrDefault("STUB_FAILS_ONCE", "");
        if (!failedOnce.isEmpty() && Path.of(failedOnce).toFile().createNewFile()) {
            throw new IllegalStateException("not yet");
        }
        int port = Integer.parseInt(environment.getOrDefault("TIDINGS_HTTP_PORT", "0"));
        String socketFile = environment.getOrDefault("TIDINGS_SOCKET_FILE", "");
        if (!socketFile.isEmpty()) {
            listenToo(socketFile, port);
        }
        start(
                environment.getOrDefault("TIDINGS_NODE_NAME", "?"),
                port,
                environment.keySet().stream()
                        .filter(name -> name.startsWith("TIDINGS_"))
                        .sorted()
                        .collect(Collectors.joining(" ")));
    }

    /** A gateway is reached by a socket file too: whatever comes there is passed on to the port. */
    private static void listenToo(String socketFile, int port) throws IOException {
        Path file = Path.of(socketFile);
        Files.deleteIfExists(file);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(file));
        inBackground(() -> {
            while (true) {
                SocketChannel client = listener.accept();
                SocketChannel service = SocketChannel.open(new InetSocketAddress("127.0.0.1", port));
                inBackground(() -> passOn(client, service));
                inBackground(() -> passOn(service, client));
            }
        });
    }

    private static @Nullable Void passOn(SocketChannel from, SocketChannel to) throws IOException {
        try (from;
                to) {
            ByteBuffer buffer = ByteBuffer.allocate(8_192);
            while (from.read(buffer) >= 0) {
                buffer.flip();
                while (buffer.hasRemaining()) {
                    to.write(buffer);
                }
                buffer.clear();
            }
        }
        return null;
    }

    private static void inBackground(Callable<@Nullable Void> work) {
        Thread.ofVirtual().start(new FutureTask<@Nullable Void>(work));
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
        exchange.sendResponseHeaders(System.getenv("STUB_NEVER_READY") == null ? 200 : 503, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
