package tidings.command.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tidings.launcher.fixture.SharedServers;
import tools.jackson.databind.json.JsonMapper;

/** Writes what was measured, with the conditions beside it, for people (Markdown) and programs (JSON). */
final class Figures {

    private static final Path FOLDER = Path.of("target", "benchmarks");
    private static final List<String> SETTINGS = List.of(
            "version",
            "innodb_flush_log_at_trx_commit",
            "innodb_buffer_pool_size",
            "innodb_redo_log_capacity",
            "innodb_log_file_size",
            "innodb_log_writer_threads",
            "log_bin");

    private Figures() {}

    static void write(String name, List<String> lines) throws IOException {
        Map<String, Object> conditions = conditions();
        Files.createDirectories(FOLDER);
        Files.writeString(
                FOLDER.resolve(name + ".json"),
                JsonMapper.builder()
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(Map.of("conditions", conditions, "figures", lines)));
        List<String> text = new ArrayList<>(List.of("# " + name, "", "Conditions:", ""));
        conditions.forEach((key, value) -> text.add("- " + key + ": " + value));
        text.addAll(List.of("", "```"));
        text.addAll(lines);
        text.add("```");
        Files.write(FOLDER.resolve(name + ".md"), text);
    }

    private static Map<String, Object> conditions() throws IOException {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        conditions.put("cores", Runtime.getRuntime().availableProcessors());
        // of the minute that has passed, this program's own load among it
        conditions.put(
                "load average", Files.readString(Path.of("/proc/loadavg")).strip());
        conditions.put("kernel", System.getProperty("os.version"));
        conditions.put("java", System.getProperty("java.vm.version"));
        conditions.put(
                "options",
                ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                        .filter(option -> option.startsWith("-X") || option.startsWith("-Dbenchmark"))
                        .toList());
        SharedServers.Database database = SharedServers.get().freshDatabase("conditions");
        JdbcTemplate jdbc =
                new JdbcTemplate(new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password()));
        // those that this version of the server knows
        jdbc.queryForList("SHOW VARIABLES").stream()
                .filter(variable -> SETTINGS.contains(String.valueOf(variable.get("Variable_name"))))
                .forEach(variable -> conditions.put(
                        "mysql " + variable.get("Variable_name"), String.valueOf(variable.get("Value"))));
        return conditions;
    }
}
