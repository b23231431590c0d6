package tidings.launcher.provision;

import java.nio.file.Path;
import java.util.Map;

/**
 * A Redis server: the machine's, else one unpacked from Debian's packages.
 *
 * @param environment what it needs to find its libraries
 */
public record RedisProgram(Path executable, Map<String, String> environment) {
    private static final String[] PACKAGES = {
        "redis-server", "redis-tools", "liblua5.1-0", "lua-cjson", "lua-bitop", "liblzf1", "libjemalloc2"
    };

    public static RedisProgram locate(ProgramCache cache) {
        return SystemPath.find("redis-server")
                .map(path -> new RedisProgram(path, Map.of()))
                .orElseGet(() -> {
                    Path root =
                            cache.provide("redis-debian", directory -> DebianPackages.extractInto(directory, PACKAGES));
                    return new RedisProgram(root.resolve("usr/bin/redis-server"), DebianLibraries.of(root));
                });
    }
}
