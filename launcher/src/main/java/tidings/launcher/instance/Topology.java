package tidings.launcher.instance;

import java.util.ArrayList;
import java.util.List;

/** Which nodes an instance has and on which loopback ports. {@code grpc} is 0 for those that have none. */
record Topology(
        int mysql,
        int kafka,
        int kafkaController,
        int redis,
        List<Node> commands,
        List<Node> queries,
        List<Node> gateways) {
    /** One node of a service. */
    record Node(String name, int http, int grpc) {
        /** Its name without the number. */
        String kind() {
            return name.substring(0, name.lastIndexOf('-'));
        }

        boolean isFirst() {
            return name.endsWith("-1");
        }
    }

    static Topology of(InstanceOptions options, RememberedPorts ports) {
        List<Node> commands = new ArrayList<>();
        for (int i = 1; i <= options.commands(); i++) {
            String name = "command-" + i;
            commands.add(new Node(name, ports.of(name), ports.of(name + "-grpc")));
        }
        return new Topology(
                ports.of("mysql"),
                ports.of("kafka"),
                ports.of("kafka-controller"),
                ports.of("redis"),
                List.copyOf(commands),
                nodes("query", options.queries(), ports),
                nodes("gateway", options.gateways(), ports));
    }

    private static List<Node> nodes(String kind, int count, RememberedPorts ports) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            String name = kind + "-" + i;
            nodes.add(new Node(name, ports.of(name), 0));
        }
        return List.copyOf(nodes);
    }

    List<Node> services() {
        List<Node> all = new ArrayList<>(commands);
        all.addAll(queries);
        all.addAll(gateways);
        return all;
    }
}
