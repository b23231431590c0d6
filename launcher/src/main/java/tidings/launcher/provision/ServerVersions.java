package tidings.launcher.provision;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions of the servers that come as jars: the parent pom's properties, written in by the build. */
record ServerVersions(String kafka, String log4j, String mysql) {
    static ServerVersions ofBuild() {
        Properties versions = new Properties();
        try (InputStream in = ServerVersions.class.getResourceAsStream("servers.properties")) {
            if (in == null) {
                throw new IllegalStateException("servers.properties is not on the class path");
            }
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ServerVersions(
                versions.getProperty("kafka"), versions.getProperty("log4j"), versions.getProperty("mysql"));
    }
}
