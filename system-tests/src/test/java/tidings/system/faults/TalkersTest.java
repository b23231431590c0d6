package tidings.system.faults;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tidings.launcher.fixture.ProgressWait;
import tidings.system.client.Account;
import tidings.system.client.Answers;
import tidings.system.client.Poster;
import tidings.system.history.History;

class TalkersTest {

    private final AtomicInteger status = new AtomicInteger(201);
    private final Talkers talkers = new Talkers();
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "{\"id\":\"1\",\"seq\":1,\"accessToken\":\"a.b.c\"}".getBytes(StandardCharsets.UTF_8);
            boolean signingUp = exchange.getRequestURI().getPath().equals("/api/accounts");
            boolean signingIn = exchange.getRequestURI().getPath().equals("/api/sessions");
            exchange.sendResponseHeaders(signingUp ? 201 : signingIn ? 200 : status.get(), answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    @Test
    void aPosterThatIsRefusedForGoodFailsTheTest() {
        URI site = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Account account = Account.signUp(site, "ann");
        Poster poster = Poster.start(account, "room", List.of(site), "post", new History(), new Answers());
        talkers.add(poster);
        await(poster.answered() + 3);
        assertThatCode(talkers::requireNobodyDied).doesNotThrowAnyException();
        status.set(413);
        ProgressWait.observing(poster::answered)
                .until("the poster ends", () -> poster.end().isDone());
        assertThatThrownBy(talkers::requireNobodyDied)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("413");
    }

    private void await(int answers) {
        ProgressWait.observing(talkers::answered)
                .until("posts are answered", () -> talkers.answered().getFirst() >= answers);
    }
}
