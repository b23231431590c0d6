package tidings.command.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import tidings.command.oidc.StandInProvider;
import tidings.command.session.TestKeys;
import tidings.launcher.fixture.SharedServers;

/** Gives a node a schema, topics and keys of its own on the servers that the tests share. */
public final class RealServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String SECRET = "s3cret-of-the-tests";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        SharedServers servers = SharedServers.get();
        SharedServers.Database database = servers.freshDatabase("command");
        String own = UUID.randomUUID().toString();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.jdbcUrl(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "tidings.kafka.bootstrap-servers=" + servers.kafkaBootstrapServers(),
                        "tidings.kafka.events-topic=events-" + own,
                        "tidings.kafka.read-markers-topic=read-markers-" + own,
                        "tidings.internal-secret=" + SECRET,
                        "tidings.sealing-key=sealing-key-of-the-tests",
                        "tidings.grpc-port=" + freePort(),
                        "tidings.session.signing-keys-file=" + keysFile(),
                        "tidings.oidc.timeout=2s",
                        "TIDINGS_PUBLIC_URL=http://127.0.0.1:8080",
                        "TIDINGS_OIDC_PROVIDERS=standin,gone",
                        "TIDINGS_OIDC_STANDIN_ISSUER="
                                + StandInProvider.shared().issuer(),
                        "TIDINGS_OIDC_STANDIN_CLIENT_ID=" + StandInProvider.CLIENT_ID,
                        "TIDINGS_OIDC_STANDIN_CLIENT_SECRET=" + StandInProvider.CLIENT_SECRET,
                        "TIDINGS_OIDC_GONE_ISSUER=http://127.0.0.1:" + freePort(),
                        "TIDINGS_OIDC_GONE_CLIENT_ID=" + StandInProvider.CLIENT_ID,
                        "TIDINGS_OIDC_GONE_CLIENT_SECRET=" + StandInProvider.CLIENT_SECRET,
                        "tidings.accounts.hash-strength=4",
                        // hundreds of calls of one person are no abuse here; RatesIT has the limits as they are
                        "tidings.limits.account-sends-per-second=5000",
                        "tidings.limits.channel-sends-per-second=5000",
                        "tidings.requests.body-time=10s",
                        "tidings.limits.bot-burst=5000",
                        "tidings.limits.token-burst=5000",
                        "tidings.limits.channel-burst=5000",
                        "tidings.limits.direct-channel-burst=5000",
                        "tidings.limits.webhook-burst=5000")
                .applyTo(context);
    }

    private static Path keysFile() {
        try {
            Path folder = Files.createTempDirectory("tidings-keys");
            Path file = TestKeys.write(folder.resolve("keys.json"), TestKeys.generate("test-1"));
            file.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
