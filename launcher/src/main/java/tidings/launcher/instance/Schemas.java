package tidings.launcher.instance;

import java.util.List;

/** The two schemas and their users; each side may do everything in its own schema and nothing in the other's. */
final class Schemas {
    static final String EVENTS = "tidings_events";
    static final String VIEWS = "tidings_views";
    static final String COMMAND_USER = "tidings_command";
    static final String QUERY_USER = "tidings_query";

    private static final String RIGHTS = "SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES,"
            + " CREATE TEMPORARY TABLES, LOCK TABLES, CREATE VIEW, SHOW VIEW, TRIGGER";

    private Schemas() {}

    /** For a server of our own: the schemas, the users, and a root that needs its password. */
    static List<String> setUp(Secrets secrets) {
        return List.of(
                "ALTER USER 'root'@'localhost' IDENTIFIED WITH mysql_native_password BY '%s';"
                        .formatted(secrets.mysqlRoot()),
                schema(EVENTS),
                schema(VIEWS),
                user(
                        COMMAND_USER,
                        "WITH mysql_native_password BY '" + secrets.mysqlCommand() + "'",
                        "CREATE",
                        " IF NOT EXISTS"),
                user(COMMAND_USER, "WITH mysql_native_password BY '" + secrets.mysqlCommand() + "'", "ALTER", ""),
                rights(EVENTS, COMMAND_USER),
                user(
                        QUERY_USER,
                        "WITH mysql_native_password BY '" + secrets.mysqlQuery() + "'",
                        "CREATE",
                        " IF NOT EXISTS"),
                user(QUERY_USER, "WITH mysql_native_password BY '" + secrets.mysqlQuery() + "'", "ALTER", ""),
                rights(VIEWS, QUERY_USER));
    }

    private static String schema(String name) {
        return "CREATE DATABASE IF NOT EXISTS " + name + " CHARACTER SET utf8mb4;";
    }

    private static String user(String name, String identified, String verb, String condition) {
        return verb + " USER" + condition + " '" + name + "'@'%' IDENTIFIED " + identified + ";";
    }

    private static String rights(String schema, String user) {
        // an underscore in a grant's schema is a wildcard
        return "GRANT " + RIGHTS + " ON `" + schema.replace("_", "\\_") + "`.* TO '" + user + "'@'%';";
    }
}
