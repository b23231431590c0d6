package tidings.launcher.provision;

import java.nio.file.Path;
import tidings.launcher.provision.MavenJars.Jar;

/**
 * Kafka's own jars, apart from every class path of ours: services and tests use other versions of its client.
 *
 * @param libraries the folder with all jars
 */
public record KafkaProgram(Path libraries) {
    public static KafkaProgram locate(ProgramCache cache, Path projectRoot) {
        ServerVersions versions = ServerVersions.ofBuild();
        return new KafkaProgram(cache.provide(
                "kafka-" + versions.kafka(),
                directory -> new MavenJars(projectRoot)
                        .copyInto(
                                directory,
                                new Jar("org.apache.kafka", "kafka_2.13", versions.kafka(), false),
                                new Jar("org.apache.logging.log4j", "log4j-slf4j-impl", versions.log4j(), false))));
    }
}
