package tidings.launcher.instance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import tidings.launcher.provision.ProjectRoot;

/** A project whose services are stubs, with the real nginx template and Maven wrapper. */
final class StubProject {
    private StubProject() {}

    static Path in(Path directory) throws IOException {
        Path real = ProjectRoot.find();
        Files.createSymbolicLink(directory.resolve("mvnw"), real.resolve("mvnw"));
        Files.createSymbolicLink(directory.resolve(".mvn"), real.resolve(".mvn"));
        Files.createSymbolicLink(directory.resolve("nginx"), real.resolve("nginx"));
        Path web = Files.createDirectories(directory.resolve("web-client/dist"));
        Files.writeString(web.resolve("index.html"), "the web client");
        for (String module : List.of("command-side", "query-side", "realtime-gateway")) {
            Path target = Files.createDirectories(directory.resolve(module).resolve("target"));
            writeProgram(target.resolve(module + "-0-exec.jar"));
        }
        return directory;
    }

    private static void writeProgram(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StubService.class.getName());
        String entry = StubService.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest);
                InputStream in = StubService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            out.write(Objects.requireNonNull(in).readAllBytes());
            out.closeEntry();
        }
    }
}
