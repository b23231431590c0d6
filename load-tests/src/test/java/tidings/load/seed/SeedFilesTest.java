package tidings.load.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidings.load.instance.LocalInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class SeedFilesTest {

    @TempDir
    private Path folder = Path.of("");

    private final JsonMapper json = JsonMapper.builder().build();
    private final Map<String, Set<String>> members = new LinkedHashMap<>();
    private final HttpServer command;

    SeedFilesTest() throws IOException {
        command = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() throws IOException, JOSEException {
        command.createContext("/internal/imports/accounts", exchange -> answer(exchange, "accounts"));
        command.createContext("/internal/imports/channels", exchange -> answer(exchange, "channels"));
        command.start();
        Path secrets = Files.createDirectories(folder.resolve("secrets"));
        Files.writeString(secrets.resolve("internal"), "s3cret\n");
        Files.writeString(
                secrets.resolve("signing-keys.json"),
                new JWKSet(new ECKeyGenerator(Curve.P_256).keyID("k1").generate()).toString(false));
        Files.writeString(folder.resolve("instance.json"), """
                {"url":"http://127.0.0.1:8080","commandHttp":["127.0.0.1:%d"],"secretsDir":"%s",
                 "processes":[{"name":"command-1","pid":1},{"name":"query-1","pid":-1}]}""".formatted(
                        command.getAddress().getPort(), secrets));
    }

    @AfterEach
    void stop() {
        command.stop(0);
    }

    private void answer(HttpExchange exchange, String what) throws IOException {
        JsonNode request = json.readTree(exchange.getRequestBody());
        boolean trusted = "s3cret".equals(exchange.getRequestHeaders().getFirst("Tidings-Internal-Secret"));
        ObjectNode answer = json.createObjectNode();
        ArrayNode list = answer.putArray(what);
        for (JsonNode item : request.path(what).values()) {
            String id = item.path("sourceId").asString();
            Set<String> known = members.computeIfAbsent(id, name -> new LinkedHashSet<>());
            item.path("memberIds").values().forEach(member -> known.add(member.asString()));
            list.addObject().put("sourceId", id).put("id", "id-" + id);
        }
        byte[] bytes = json.writeValueAsBytes(answer);
        exchange.sendResponseHeaders(trusted ? 200 : 401, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Seed make(int users, int roomSize) throws IOException {
        return make(Crowd.inOneChannelEach(users, roomSize));
    }

    private Seed make(Crowd crowd) throws IOException {
        return SeedFiles.make(LocalInstance.in(folder), crowd, folder.resolve("seed"), Clock.systemUTC());
    }

    @Test
    void writesATokenPerUserAndAChannelPerRoom() throws IOException, ParseException {
        Seed seed = make(7, 3);
        assertThat(Files.readAllLines(folder.resolve("seed/rooms.txt")))
                .containsExactly("id-load-3-0", "id-load-3-1", "id-load-3-2");
        List<String> tokens = Files.readAllLines(folder.resolve("seed/tokens.txt"));
        assertThat(tokens).hasSize(7).isEqualTo(seed.tokens());
        assertThat(SignedJWT.parse(tokens.get(5)).getJWTClaimsSet().getSubject())
                .isEqualTo("id-u5");
        assertThat(seed.rooms().get(5)).isEqualTo("id-load-3-1");
        assertThat(members.get("load-3-1")).containsExactly("id-u3", "id-u4", "id-u5");
        assertThat(members.get("load-3-2")).containsExactly("id-u6");
        assertThat(SeedFiles.read(folder.resolve("seed"), 3)).isEqualTo(seed);
    }

    @Test
    void putsThePeopleOfARoomIntoSeveralChannels() throws IOException {
        Seed seed = make(new Crowd(4, 2, 3));
        assertThat(seed.rooms()).containsExactly("id-load-2-0", "id-load-2-0", "id-load-2-1", "id-load-2-1");
        for (String channel : List.of("load-2-1", "load-2-more-1-1", "load-2-more-2-1")) {
            assertThat(members.get(channel)).as(channel).containsExactly("id-u2", "id-u3");
        }
        assertThat(members).hasSize(4 + 6);
    }

    @ParameterizedTest
    @CsvSource({"0,1,1", "1,0,1", "1,1,0"})
    void refusesACrowdThatCannotBe(int users, int roomSize, int channelsEach) {
        assertThatThrownBy(() -> new Crowd(users, roomSize, channelsEach)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void fillsARoomOfManyBySeveralCalls() throws IOException {
        make(2_500, 2_500);
        assertThat(members.get("load-2500-0")).hasSize(2_500);
    }

    @Test
    void watchesOnlyProcessesThatRun() {
        LocalInstance instance = LocalInstance.in(folder);
        assertThat(instance.processes()).containsExactly(new LocalInstance.Process("command-1", 1));
        assertThat(instance.socket()).isEqualTo(URI.create("ws://127.0.0.1:8080/ws"));
    }
}
