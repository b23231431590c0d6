package tidings.command.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * CPU time that processes have used, in microseconds; the server's is read from Linux's {@code /proc}, in ticks of 10 ms.
 *
 * @param jvm this process
 * @param mysql the database server
 */
record CpuTime(long jvm, long mysql) {

    private static final long MICROS_PER_TICK = 10_000;
    private static final int UTIME = 11;

    static CpuTime now(Path mysqlProcess) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return new CpuTime(system.getProcessCpuTime() / 1_000, ticks(mysqlProcess) * MICROS_PER_TICK);
    }

    /** The server's folder below {@code /proc}. */
    static Path mysqlProcess(JdbcTemplate jdbc) {
        Path folder = Path.of(String.valueOf(jdbc.queryForObject("SELECT @@datadir", String.class)));
        Path file = folder.resolve(String.valueOf(jdbc.queryForObject("SELECT @@pid_file", String.class)));
        try {
            return Path.of("/proc", Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CpuTime since(CpuTime before) {
        return new CpuTime(jvm - before.jvm, mysql - before.mysql);
    }

    private static long ticks(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
