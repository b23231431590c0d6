package tidings.launcher.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;
import tidings.launcher.provision.KafkaProgram;
import tidings.launcher.provision.MysqlProgram;
import tidings.launcher.provision.NginxProgram;
import tidings.launcher.provision.ProgramCache;
import tidings.launcher.provision.RedisProgram;
import tidings.launcher.server.KafkaServer;
import tidings.launcher.server.MysqlServer;
import tidings.launcher.server.MysqlSize;
import tidings.launcher.server.MysqlUrl;
import tidings.launcher.server.NginxServer;
import tidings.launcher.server.NginxSize;
import tidings.launcher.server.RedisServer;

/** The servers of an instance: its own, but for those that the environment names. */
record Servers(
        InstanceOptions options, DataFolder folder, Topology topology, Secrets secrets, ExternalServers external) {
    private static final String CONNECTS_PER_SECOND = "TIDINGS_CONNECTS_PER_SECOND";

    /** Where the services find the servers. */
    record Addresses(String eventsUrl, String viewsUrl, String kafka, Redis redis) {}

    /** Where Redis is, and as whom the services sign in; a password that is empty is none. */
    record Redis(String uri, String user, String password) {
        @Override
        public String toString() {
            return "Redis";
        }
    }

    Addresses addresses() {
        return new Addresses(
                external.mysql()
                        .map(url -> url.of(Schemas.EVENTS))
                        .orElseGet(() -> MysqlUrl.of(topology.mysql(), Schemas.EVENTS)),
                external.mysql()
                        .map(url -> url.of(Schemas.VIEWS))
                        .orElseGet(() -> MysqlUrl.of(topology.mysql(), Schemas.VIEWS)),
                external.kafka().orElse("127.0.0.1:" + topology.kafka()),
                external.redis()
                        .orElseGet(() ->
                                new Redis("redis://127.0.0.1:" + topology.redis(), RedisServer.USER, secrets.redis())));
    }

    /** How to prepare each server that the services need; independent of one another, slow the first time. */
    List<Supplier<Launchable>> behindTheServices() {
        ProgramCache cache = ProgramCache.ofUser();
        List<Supplier<Launchable>> servers = new ArrayList<>();
        if (external.mysql().isEmpty()) {
            servers.add(() -> mysql(cache));
        }
        if (external.kafka().isEmpty()) {
            servers.add(() -> kafka(cache));
        }
        if (external.redis().isEmpty()) {
            servers.add(() -> redis(cache));
        }
        return servers;
    }

    private Launchable mysql(ProgramCache cache) {
        return new MysqlServer(
                        MysqlProgram.locate(cache, options.projectRoot()),
                        folder.of("mysql"),
                        folder.log("mysql"),
                        topology.mysql(),
                        MysqlSize.INSTANCE,
                        Schemas.setUp(secrets))
                .prepare();
    }

    private Launchable kafka(ProgramCache cache) {
        return new KafkaServer(
                        KafkaProgram.locate(cache, options.projectRoot()),
                        folder.of("kafka"),
                        folder.log("kafka"),
                        topology.kafka(),
                        topology.kafkaController(),
                        List.of())
                .prepare();
    }

    private Launchable redis(ProgramCache cache) {
        return new RedisServer(
                        RedisProgram.locate(cache),
                        folder.of("redis"),
                        folder.log("redis"),
                        topology.redis(),
                        secrets.redis())
                .prepare();
    }

    Launchable nginx() {
        return new NginxServer(
                        NginxProgram.locate(ProgramCache.ofUser()),
                        options.projectRoot().resolve("nginx/nginx.conf.template"),
                        options.projectRoot().resolve("web-client/dist"),
                        folder.of("nginx"),
                        folder.logs(),
                        options.listen(),
                        new NginxServer.Upstreams(
                                ports(topology.commands()),
                                ports(topology.queries()),
                                topology.gateways().stream()
                                        .map(node -> GatewaySocket.address(folder, node))
                                        .toList()),
                        List.of(System.getenv()
                                .getOrDefault("TIDINGS_TRUSTED_PROXIES", "")
                                .split(",", -1)),
                        nginxSize())
                .prepare();
    }

    private static NginxSize nginxSize() {
        NginxSize size = NginxSize.forProcessors(Runtime.getRuntime().availableProcessors());
        String chosen = System.getenv(CONNECTS_PER_SECOND);
        try {
            return chosen == null ? size : size.withConnectsPerSecond(Integer.parseInt(chosen));
        } catch (IllegalArgumentException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.BAD_USAGE,
                    CONNECTS_PER_SECOND + " must be a whole number from 1 to 100,000: " + chosen,
                    e);
        }
    }

    private static List<Integer> ports(List<Topology.Node> nodes) {
        return nodes.stream().map(Topology.Node::http).toList();
    }
}
