package tidings.launcher.server;

import java.util.List;

/** How much of the machine MySQL may take; docker-compose.yml has the settings of {@link #INSTANCE}. */
public enum MysqlSize {
    /** For an instance that people use. */
    INSTANCE(256, 128),
    /** For tests: small, and its log files are as in the template, so that nothing is resized at start. */
    FIXTURE(96, 48);

    private final int bufferPoolMegabytes;
    private final int logFileMegabytes;

    MysqlSize(int bufferPoolMegabytes, int logFileMegabytes) {
        this.bufferPoolMegabytes = bufferPoolMegabytes;
        this.logFileMegabytes = logFileMegabytes;
    }

    List<String> options() {
        return List.of(
                "--innodb-buffer-pool-size=" + bufferPoolMegabytes + "M",
                "--innodb-log-file-size=" + logFileMegabytes + "M",
                // durable: an acknowledged commit is on the disk
                "--innodb-flush-log-at-trx-commit=1",
                // on few cores, a thread that spins takes the time that others need
                "--innodb-spin-wait-delay=0",
                "--innodb-sync-spin-loops=0",
                "--innodb-log-spin-cpu-abs-lwm=4294967295",
                "--innodb-log-spin-cpu-pct-hwm=0",
                "--innodb-adaptive-hash-index=OFF",
                "--character-set-server=utf8mb4",
                "--default-time-zone=+00:00",
                "--max-connections=200",
                "--max-allowed-packet=64M",
                "--table-open-cache=400",
                "--thread-cache-size=32",
                // no statement is meant to sort much; one that does has room before it needs the disk
                "--sort-buffer-size=2M");
    }
}
