package tidings.launcher.instance;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Servers that somebody else runs, named in the environment; those are not started here.
 *
 * @param mysql the schemas and users exist there already
 */
record ExternalServers(Optional<Mysql> mysql, Optional<String> kafka, Optional<Servers.Redis> redis) {
    /** Base address without a schema ({@code jdbc:mysql://host:3306}) and what stands after the schema's name. */
    record Mysql(String base, String options) {
        String of(String schema) {
            return base + "/" + schema + options;
        }
    }

    static ExternalServers of(Map<String, String> environment) {
        Function<String, Optional<String>> named = name ->
                Optional.ofNullable(environment.get("TIDINGS_EXTERNAL_" + name)).filter(url -> !url.isBlank());
        return new ExternalServers(
                named.apply("MYSQL_URL").map(ExternalServers::mysql),
                named.apply("KAFKA_BOOTSTRAP_SERVERS"),
                named.apply("REDIS_URI")
                        .map(uri -> new Servers.Redis(
                                uri,
                                named.apply("REDIS_USER").orElse(""),
                                named.apply("REDIS_PASSWORD").orElse(""))));
    }

    private static Mysql mysql(String url) {
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        String options = question < 0 ? "" : url.substring(question);
        return new Mysql(base.endsWith("/") ? base.substring(0, base.length() - 1) : base, options);
    }
}
