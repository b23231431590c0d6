package tidings.launcher.server;

import java.nio.file.Path;

/** The configuration of the one local Kafka node; docker-compose.yml has the same settings. */
final class KafkaProperties {
    private KafkaProperties() {}

    static String text(int port, int controllerPort, Path logDirectory) {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                inter.broker.listener.name=PLAINTEXT
                log.dirs=%3$s
                # topics are made by their owner, with the partitions and the retention that they need
                auto.create.topics.enable=false
                num.partitions=8
                default.replication.factor=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=8
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=2
                # events are kept for ever; replays read them from the start
                log.retention.ms=-1
                log.retention.bytes=-1
                log.segment.bytes=268435456
                log.index.size.max.bytes=2097152
                log.cleaner.dedupe.buffer.size=16777216
                group.initial.rebalance.delay.ms=0
                # a killed gateway's partitions go to the others after 2.5 s of silence
                group.min.session.timeout.ms=1000
                num.network.threads=2
                num.io.threads=4
                background.threads=2
                num.recovery.threads.per.data.dir=2
                """.formatted(port, controllerPort, logDirectory);
    }
}
