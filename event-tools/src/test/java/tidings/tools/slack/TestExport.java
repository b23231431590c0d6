package tidings.tools.slack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs a small export out of JSON texts. */
public final class TestExport {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** A workspace with two people and the public channel {@code general} of both. */
    public static TestExport ofTwoPeople() {
        return new TestExport().file("users.json", """
                        [{"id":"U1","team_id":"T1","name":"ada","profile":{"display_name":"Ada L."}},
                         {"id":"U2","team_id":"T1","name":"bob","real_name":"Bob","is_bot":true}]""").file("channels.json", """
                        [{"id":"C1","name":"general","created":"1400000000","creator":"U2","members":["U1","U2"],
                          "purpose":{"value":"Talk &amp; more"}}]""");
    }

    /** Adds a file, or replaces it. */
    public TestExport file(String name, String content) {
        return bytes(name, content.getBytes(StandardCharsets.UTF_8));
    }

    TestExport bytes(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    /** Writes the archive. */
    public Path in(Path folder) {
        Path file = folder.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
