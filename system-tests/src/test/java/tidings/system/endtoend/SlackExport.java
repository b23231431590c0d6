package tidings.system.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A small export of a made-up workspace: two people, two channels, a thread, a reaction, an edit. */
final class SlackExport {

    static final int MESSAGES_IN_HARBOUR = 5;
    static final int MESSAGES_IN_GALLEY = 1;

    private static final String USERS = """
            [{"id":"U1","name":"nemo","is_bot":false,"profile":{"display_name":"Nemo","real_name":"Captain Nemo"}},
             {"id":"U2","name":"conseil","is_bot":false,"profile":{"display_name":"","real_name":"Conseil"}}]""";
    private static final String CHANNELS = """
            [{"id":"C1","name":"harbour","created":1577836800,"creator":"U1","members":["U1","U2"],
              "topic":{"value":"arrivals"},"purpose":{"value":""}},
             {"id":"C2","name":"galley","created":1577836800,"creator":"U2","members":["U2"],
              "topic":{"value":""},"purpose":{"value":""}}]""";
    private static final String HARBOUR_FIRST_DAY = """
            [{"type":"message","user":"U1","text":"Land ahoy, <@U2>!","ts":"1577836800.000100",
              "thread_ts":"1577836800.000100","reactions":[{"name":"+1","users":["U2"],"count":1}]},
             {"type":"message","user":"U2","text":"Aye &amp; ready","ts":"1577836801.000100",
              "thread_ts":"1577836800.000100","parent_user_id":"U1"},
             {"type":"message","user":"U1","text":"a calm sea","ts":"1577836802.000100",
              "edited":{"user":"U1","ts":"1577836803.000000"}}]""";
    private static final String HARBOUR_SECOND_DAY = """
            [{"type":"message","user":"U2","text":"船が見える 🚢","ts":"1577923200.000100"},
             {"type":"message","user":"U1","text":"good","ts":"1577923201.000100"}]""";
    private static final String GALLEY = """
            [{"type":"message","user":"U2","text":"soup is ready","ts":"1577836900.000100"}]""";

    private SlackExport() {}

    static void write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, "users.json", USERS);
            entry(zip, "channels.json", CHANNELS);
            entry(zip, "harbour/2020-01-01.json", HARBOUR_FIRST_DAY);
            entry(zip, "harbour/2020-01-02.json", HARBOUR_SECOND_DAY);
            entry(zip, "galley/2020-01-01.json", GALLEY);
        }
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
