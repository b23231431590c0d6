package tidings.system.clock;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A Java agent that only brings classes: the JVM adds the agent's jar to the class path, and Spring Boot finds the
 * configuration in it. {@code JDK_JAVA_OPTIONS} gives the agent to a process that somebody else starts.
 */
public final class ClockAgent {

    private static final String FOUND_BY_SPRING =
            "META-INF/spring/org.springframework.boot.autoconfigure.AutoConfiguration.imports";
    private static final List<String> CLASSES =
            List.of("ClockAgent", "WrongClock", "WrongClockConfiguration", "WrongClockConfiguration$1");

    private ClockAgent() {}

    /** Called by the JVM before the program's own {@code main}. */
    public static void premain(String clockFile) {
        System.setProperty(WrongClockConfiguration.FILE, clockFile);
    }

    /**
     * Writes the agent.
     *
     * @param clockFile says by how many seconds the node's clock is ahead
     * @return the environment of a node that is to go by that clock
     */
    public static Map<String, String> of(Path jar, Path clockFile) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", ClockAgent.class.getName());
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (String name : CLASSES) {
                write(out, name);
            }
            out.putNextEntry(new JarEntry(FOUND_BY_SPRING));
            out.write(WrongClockConfiguration.class.getName().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("JDK_JAVA_OPTIONS", "\"-javaagent:%s=%s\"".formatted(jar, clockFile));
    }

    private static void write(JarOutputStream out, String name) throws IOException {
        try (InputStream compiled = ClockAgent.class.getResourceAsStream(name + ".class")) {
            if (compiled == null) {
                throw new IOException(name + " is not compiled");
            }
            out.putNextEntry(new JarEntry(ClockAgent.class.getPackageName().replace('.', '/') + "/" + name + ".class"));
            compiled.transferTo(out);
        }
    }
}
