package tidings.launcher.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tidings.launcher.instance.Topology.Node;
import tidings.launcher.provision.ProjectRoot;

/** docker-compose.yml passes what the launcher passes, and is shaped as the Compose Specification says. */
class ComposeTest {
    private static final Set<String> KEYS = Set.of(
            "image",
            "build",
            "command",
            "environment",
            "volumes",
            "ports",
            "healthcheck",
            "depends_on",
            "restart",
            "read_only",
            "tmpfs",
            "cap_drop",
            "stop_grace_period",
            "ulimits");

    private Map<String, Map<String, Object>> services = Map.of();

    @BeforeEach
    void read() throws Exception {
        try (Reader file = Files.newBufferedReader(ProjectRoot.find().resolve("docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(file);
            services = compose.getOrDefault("services", Map.of());
        }
    }

    @Test
    void givesEachServiceTheLaunchersVariables() {
        Node command = new Node("command-1", 1, 2);
        Node query = new Node("query-1", 3, 0);
        Node gateway = new Node("gateway-1", 4, 0);
        Topology topology = new Topology(5, 6, 7, 8, List.of(command), List.of(query), List.of(gateway));
        ServiceEnvironment environment = new ServiceEnvironment(
                topology,
                new Servers.Addresses("e", "v", "k", new Servers.Redis("r", "u", "p")),
                new Secrets("a", "b", "c", "d", "e", "f", Path.of("/keys"), Path.of("/jwks")),
                InstanceOptions.of(Path.of("data"), 1));
        for (Node node : topology.services()) {
            assertThat(environment(node.name()).keySet())
                    .as(node.name())
                    .containsExactlyInAnyOrderElementsOf(environment.of(node).keySet());
        }
    }

    @Test
    void fillsInEveryPlaceholderOfTheNginxTemplate() throws Exception {
        String template = Files.readString(ProjectRoot.find().resolve("nginx/nginx.conf.template"));
        Set<String> placeholders = Pattern.compile("\\$\\{(NGINX_[A-Z_]+)}")
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(environment("nginx").keySet()).containsAll(placeholders);
    }

    @Test
    void isShapedAsTheSpecificationSays() {
        assertThat(services).isNotEmpty().allSatisfy((name, service) -> {
            assertThat(KEYS).containsAll(service.keySet());
            assertThat(service).containsKey("image");
            assertThat(service).containsKey("healthcheck");
            assertThat(services.keySet()).containsAll(map(service, "depends_on").keySet());
        });
    }

    @Test
    void holdsNoSecret() {
        assertThat(services)
                .allSatisfy((name, service) -> assertThat(map(service, "environment"))
                        .allSatisfy((key, value) -> {
                            if (key.endsWith("PASSWORD") || key.endsWith("SECRET")) {
                                assertThat(value.toString()).startsWith("${");
                            }
                        }));
    }

    private Map<String, Object> environment(String service) {
        return map(services.getOrDefault(service, Map.of()), "environment");
    }

    @SuppressWarnings("unchecked") // YAML mappings have text keys here
    private static Map<String, Object> map(Map<String, Object> service, String key) {
        return (Map<String, Object>) service.getOrDefault(key, Map.of());
    }
}
