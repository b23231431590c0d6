package tidings.launcher.instance;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tidings.launcher.instance.Topology.Node;

/** The environment of every service: the contract is docs/configuration.md, docker-compose.yml sets the same names. */
record ServiceEnvironment(Topology topology, Servers.Addresses servers, Secrets secrets, InstanceOptions options) {
    private static final Set<String> OF_THE_LAUNCHER = Set.of("TIDINGS_HOME", "TIDINGS_CACHE");

    Map<String, String> of(Node node) {
        Map<String, String> environment = new HashMap<>(operatorsChoices());
        environment.put("TIDINGS_NODE_NAME", node.name());
        environment.put("TIDINGS_BIND_ADDRESS", "127.0.0.1");
        environment.put("TIDINGS_HTTP_PORT", String.valueOf(node.http()));
        environment.put("TIDINGS_KAFKA_BOOTSTRAP_SERVERS", servers.kafka());
        environment.put("TIDINGS_JWKS_URI", secrets.jwks().toUri().toString());
        environment.put("TIDINGS_INTERNAL_SECRET", secrets.internal());
        environment.put("TIDINGS_TRUSTED_PROXIES", System.getenv().getOrDefault("TIDINGS_TRUSTED_PROXIES", ""));
        environment.put("TIDINGS_TRUST_LOOPBACK", "true");
        if (ServiceKind.of(node) != ServiceKind.QUERY) {
            environment.putAll(redis());
        }
        environment.putAll(
                switch (ServiceKind.of(node)) {
                    case COMMAND -> command(node);
                    case QUERY -> query();
                    case GATEWAY -> gateway(node);
                });
        environment.putAll(options.environment().getOrDefault(node.kind(), Map.of()));
        environment.putAll(options.environment().getOrDefault(node.name(), Map.of()));
        return environment;
    }

    private Map<String, String> command(Node node) {
        return Map.of(
                "TIDINGS_EVENT_PARTITIONS", System.getenv().getOrDefault("TIDINGS_EVENT_PARTITIONS", partitions()),
                "TIDINGS_SEALING_KEY", secrets.sealing(),
                "TIDINGS_GRPC_PORT", String.valueOf(node.grpc()),
                "TIDINGS_MYSQL_URL", servers.eventsUrl(),
                "TIDINGS_MYSQL_USER", Schemas.COMMAND_USER,
                "TIDINGS_MYSQL_PASSWORD", secrets.mysqlCommand(),
                "TIDINGS_KAFKA_REPLICATION_FACTOR", "1",
                "TIDINGS_SIGNING_KEYS_FILE", secrets.signingKeys().toString());
    }

    private Map<String, String> redis() {
        return Map.of(
                "TIDINGS_REDIS_URI", servers.redis().uri(),
                "TIDINGS_REDIS_USER", servers.redis().user(),
                "TIDINGS_REDIS_PASSWORD", servers.redis().password());
    }

    private Map<String, String> query() {
        return Map.of(
                "TIDINGS_MYSQL_URL", servers.viewsUrl(),
                "TIDINGS_MYSQL_USER", Schemas.QUERY_USER,
                "TIDINGS_MYSQL_PASSWORD", secrets.mysqlQuery(),
                "TIDINGS_GRAPHQL_INTROSPECTION", System.getenv().getOrDefault("TIDINGS_GRAPHQL_INTROSPECTION", "true"),
                "TIDINGS_COMMAND_URLS",
                        topology.commands().stream()
                                .map(node -> "http://127.0.0.1:" + node.http())
                                .collect(Collectors.joining(",")));
    }

    private Map<String, String> gateway(Node gateway) {
        return Map.of(
                "TIDINGS_SOCKET_FILE", GatewaySocket.FILE,
                // where nginx comes by the file, whoever comes by the port is somebody else
                "TIDINGS_TRUST_LOOPBACK",
                        String.valueOf(!GatewaySocket.isUsed(new DataFolder(options.data()), gateway)),
                "TIDINGS_EVENT_LOOPS", String.valueOf(loopsOfEach()),
                "TIDINGS_COMMAND_NODES",
                        topology.commands().stream()
                                .map(node -> "127.0.0.1:" + node.grpc())
                                .collect(Collectors.joining(",")));
    }

    /** No more than can be worked on at once: every partition more makes smaller batches of the same messages. */
    private static String partitions() {
        return String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }

    /** The gateways of one machine share its cores: every loop more is a wake-up more for each message. */
    private int loopsOfEach() {
        return Math.max(
                1,
                Runtime.getRuntime().availableProcessors() / topology.gateways().size());
    }

    /** What the operator set for the launcher (e.g. TIDINGS_RATE_SENDS_PER_SECOND) is meant for the services. */
    private static Map<String, String> operatorsChoices() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("TIDINGS_"))
                .filter(variable -> !OF_THE_LAUNCHER.contains(variable.getKey()))
                .filter(variable -> !variable.getKey().startsWith("TIDINGS_EXTERNAL_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public String toString() {
        return "ServiceEnvironment";
    }
}
