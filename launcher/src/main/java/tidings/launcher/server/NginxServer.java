package tidings.launcher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tidings.launcher.process.LaunchFailedException;
import tidings.launcher.process.Launchable;
import tidings.launcher.process.Probe;
import tidings.launcher.process.ProcessSpec;
import tidings.launcher.provision.NginxProgram;

/**
 * nginx with the project's template.
 *
 * @param listen address and port
 * @param trustedProxies addresses and networks of proxies in front of it, whose X-Forwarded-For says who the client is
 */
public record NginxServer(
        NginxProgram program,
        Path template,
        Path webRoot,
        Path data,
        Path logs,
        String listen,
        Upstreams upstreams,
        List<String> trustedProxies,
        NginxSize size) {
    private static final Pattern ADDRESS_OR_NETWORK = Pattern.compile("[0-9a-fA-F.:]+(?:/[0-9]{1,3})?");

    public NginxServer {
        trustedProxies = trustedProxies.stream()
                .map(String::strip)
                .filter(proxy -> !proxy.isEmpty())
                .toList();
        for (String proxy : trustedProxies) {
            if (!ADDRESS_OR_NETWORK.matcher(proxy).matches()) {
                throw new LaunchFailedException(
                        LaunchFailedException.Kind.FAILED,
                        "TIDINGS_TRUSTED_PROXIES names " + proxy + ", which is neither an address nor a network");
            }
        }
    }

    /** Where nginx finds the services: loopback ports, and for gateways addresses, which may be {@code unix:FILE}. */
    public record Upstreams(List<Integer> commands, List<Integer> queries, List<String> gateways) {
        public Upstreams {
            commands = List.copyOf(commands);
            queries = List.copyOf(queries);
            gateways = List.copyOf(gateways);
        }
    }

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(NGINX_[A-Z_]+)}");

    /** Writes the configuration and says how to start nginx. */
    public Launchable prepare() {
        Path configuration = data.resolve("nginx.conf");
        try {
            Files.createDirectories(data);
            Files.createDirectories(logs);
            Files.writeString(configuration, render(Files.readString(template), values()));
        } catch (IOException e) {
            throw new LaunchFailedException(
                    LaunchFailedException.Kind.FAILED, "nginx cannot be set up: " + e.getMessage(), e);
        }
        int port = Integer.parseInt(listen.substring(listen.lastIndexOf(':') + 1));
        return new Launchable(
                new ProcessSpec(
                        "nginx", command(configuration), program.environment(), data, logs.resolve("nginx.log")),
                port,
                Probe.tcp(port),
                Duration.ofSeconds(60),
                Duration.ofSeconds(10));
    }

    private List<String> command(Path configuration) {
        // before the configuration is read, nginx would write to its built-in log path
        return List.of(
                program.executable().toString(), "-e", "stderr", "-p", data.toString(), "-c", configuration.toString());
    }

    private Map<String, String> values() {
        boolean root = "root".equals(System.getProperty("user.name"));
        Map<String, String> values = new HashMap<>(size.values());
        values.putAll(Map.of(
                "NGINX_USER", root ? "user root;" : "",
                "NGINX_RUN_DIR", data.toString(),
                "NGINX_OPEN_FILES", String.valueOf(OpenFiles.limit()),
                "NGINX_ACCESS_LOG", logs.resolve("nginx-access.log").toString(),
                "NGINX_LISTEN", listen,
                "NGINX_TRUSTED_PROXIES", realIp(),
                "NGINX_WEB_ROOT", webRoot.toString(),
                "NGINX_COMMAND_SERVERS", servers(loopback(upstreams.commands())),
                "NGINX_QUERY_SERVERS", servers(loopback(upstreams.queries())),
                "NGINX_GATEWAY_SERVERS", servers(upstreams.gateways())));
        return values;
    }

    private String realIp() {
        return trustedProxies.isEmpty()
                ? ""
                : trustedProxies.stream()
                        .map(proxy -> "set_real_ip_from " + proxy + ";")
                        .collect(Collectors.joining(" ", "", " real_ip_header X-Forwarded-For; real_ip_recursive on;"));
    }

    private static List<String> loopback(List<Integer> ports) {
        return ports.stream().map(port -> "127.0.0.1:" + port).toList();
    }

    private static String servers(List<String> addresses) {
        return addresses.stream()
                .map(address -> "server " + address + " max_fails=1 fail_timeout=1s;")
                .collect(Collectors.joining(" "));
    }

    /** Every placeholder must be known: a forgotten one would reach nginx as an odd variable. */
    static String render(String template, Map<String, String> values) {
        return PLACEHOLDER.matcher(template).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalArgumentException("the nginx template names " + match.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
