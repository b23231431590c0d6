package tidings.gateway;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tidings.gateway.commandside.InMemoryCommandSide;
import tidings.launcher.process.FreePorts;

/** One whole gateway on a free port. */
final class GatewayUnderTest implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final int port;

    private GatewayUnderTest(ConfigurableApplicationContext context, int port) {
        this.context = context;
        this.port = port;
    }

    static GatewayUnderTest start(InstanceUnderTest instance, Map<String, Object> overrides) {
        int port = FreePorts.next();
        Map<String, Object> properties = new HashMap<>();
        properties.put("tidings.socket.port", port);
        properties.put("tidings.socket.drain-for", "1s");
        properties.put("tidings.command.nodes", instance.commandSide().address());
        properties.put("tidings.command.internal-secret", InMemoryCommandSide.SECRET);
        properties.put("tidings.access.jwks-uri", instance.tokens().jwksUri());
        properties.put("tidings.fanout.redis-uri", instance.redisUri());
        properties.put("tidings.fanout.prefix", instance.topic() + ":");
        properties.put("tidings.kafka.bootstrap-servers", instance.kafka());
        properties.put("tidings.kafka.topic", instance.topic());
        properties.put("tidings.kafka.group", instance.topic() + "-gateways");
        properties.putAll(overrides);
        SpringApplication application = new SpringApplication(RealtimeGateway.class);
        String[] arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new GatewayUnderTest(application.run(arguments), port);
    }

    int port() {
        return port;
    }

    boolean isUp() {
        return context.isActive();
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
