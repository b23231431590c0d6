package tidings.launcher.server;

/** JDBC addresses of schemas of a local MySQL. */
public final class MysqlUrl {
    /** Loopback needs no TLS; batches travel as one statement; times are UTC on both ends. */
    private static final String OPTIONS =
            "?sslMode=DISABLED&allowPublicKeyRetrieval=true&rewriteBatchedStatements=true&cachePrepStmts=true"
                    + "&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true";

    private MysqlUrl() {}

    public static String of(int port, String schema) {
        return "jdbc:mysql://127.0.0.1:" + port + "/" + schema + OPTIONS;
    }
}
