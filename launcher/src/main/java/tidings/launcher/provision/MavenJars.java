package tidings.launcher.provision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fetches jars by the project's own Maven wrapper: the registry, mirrors and local repository are the user's. */
record MavenJars(Path projectRoot) {
    private static final String PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0:copy-dependencies";

    /** A jar, with or without what it depends on. */
    record Jar(String group, String artifact, String version, boolean alone) {
        private static final String NOTHING_ELSE =
                "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>";

        private String asDependency() {
            return "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s</dependency>"
                    .formatted(group, artifact, version, alone ? NOTHING_ELSE : "");
        }
    }

    void copyInto(Path directory, Jar... jars) throws IOException {
        Path work = Files.createTempDirectory("tidings-jars-");
        try {
            Path pom = work.resolve("pom.xml");
            Files.writeString(pom, pom(jars));
            ShortCommand fetch = new ShortCommand(command(pom, directory), work, environment(), ShortCommand.LONG);
            fetch.run("fetching " + jars[0].artifact() + " " + jars[0].version() + " by Maven");
        } finally {
            FileTree.delete(work);
        }
    }

    private static String pom(Jar... jars) {
        StringBuilder dependencies = new StringBuilder();
        for (Jar jar : jars) {
            dependencies.append(jar.asDependency()).append('\n');
        }
        return """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>
                <groupId>chat.tidings</groupId><artifactId>servers</artifactId><version>1</version>
                <packaging>pom</packaging>
                <dependencies>
                %s</dependencies>
                </project>
                """.formatted(dependencies);
    }

    private List<String> command(Path pom, Path directory) {
        List<String> command = new ArrayList<>(List.of(
                projectRoot.resolve("mvnw").toString(),
                "-q",
                "-B",
                "-f",
                pom.toString(),
                PLUGIN,
                "-DincludeScope=runtime",
                "-DoutputDirectory=" + directory));
        // Surefire tells its tests which local repository the build uses.
        String repository = System.getProperty("localRepository");
        if (repository != null) {
            command.add("-Dmaven.repo.local=" + repository);
        }
        return command;
    }

    private static Map<String, String> environment() {
        // What an outer Maven exported for itself must not reach the inner one.
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "MAVEN_PROJECTBASEDIR",
                "",
                "MAVEN_CMD_LINE_ARGS",
                "",
                "MAVEN_OPTS",
                "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1");
    }
}
