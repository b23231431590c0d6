package tidings.launcher.provision;

import java.nio.file.Path;
import java.util.Map;

/**
 * An nginx: the machine's, else one unpacked from Debian's packages.
 *
 * @param environment what it needs to find its libraries
 */
public record NginxProgram(Path executable, Map<String, String> environment) {
    public static NginxProgram locate(ProgramCache cache) {
        return SystemPath.find("nginx")
                .map(path -> new NginxProgram(path, Map.of()))
                .orElseGet(() -> {
                    Path root = cache.provide(
                            "nginx-debian",
                            directory -> DebianPackages.extractInto(directory, "nginx", "libpcre2-8-0"));
                    return new NginxProgram(root.resolve("usr/sbin/nginx"), DebianLibraries.of(root));
                });
    }
}
