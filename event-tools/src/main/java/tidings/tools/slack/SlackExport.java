package tidings.tools.slack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Slack export: lists of users and channels, and a folder of day files per channel. Only one day of a channel is in
 * memory per reader; several threads may read at once. An entry that unpacks to more than 256 MiB is refused.
 */
public final class SlackExport implements Closeable {

    private static final long MAX_ENTRY_BYTES = 256L << 20;
    private static final Pattern DAY_FILE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.json");

    private final JsonMapper json = JsonMapper.builder().build();
    private final ExportZip zip;
    private final List<SlackUser> users;
    private final List<SlackChannel> channels;

    private SlackExport(ExportZip zip) throws IOException {
        this.zip = zip;
        this.users = list("users.json", ExportJson::user);
        List<SlackChannel> all = new ArrayList<>();
        all.addAll(list(ExportZip.CHANNELS, node -> ExportJson.channel(node, SlackChannel.Kind.PUBLIC)));
        all.addAll(list("groups.json", node -> ExportJson.channel(node, SlackChannel.Kind.PRIVATE)));
        all.addAll(list("dms.json", node -> ExportJson.channel(node, SlackChannel.Kind.DIRECT)));
        all.addAll(list("mpims.json", node -> ExportJson.channel(node, SlackChannel.Kind.DIRECT)));
        this.channels = List.copyOf(all);
    }

    /**
     * Reads the lists; the messages are read later, day by day.
     *
     * @throws UnreadableExport when the file is no Slack export or has unsafe entries
     */
    public static SlackExport open(Path file) throws IOException {
        return open(file, MAX_ENTRY_BYTES);
    }

    static SlackExport open(Path file, long maxEntryBytes) throws IOException {
        ExportZip zip = ExportZip.open(file, maxEntryBytes);
        try {
            return new SlackExport(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    public List<SlackUser> users() {
        return users;
    }

    /** Public ones first, then private ones, then conversations between people. */
    public List<SlackChannel> channels() {
        return channels;
    }

    /** What stays the same from one export of this workspace to the next. */
    public String sourceKey() {
        return "slack:" + Workspace.keyOf(users, channels);
    }

    /** The day files of a channel, the oldest first. */
    public List<String> days(SlackChannel channel) {
        String folder = channel.folder() + "/";
        return zip.namesUnder(folder).stream()
                .filter(name ->
                        DAY_FILE.matcher(name.substring(folder.length())).matches())
                .toList();
    }

    /** How much work the messages of a channel are, in compressed bytes. */
    public long weight(SlackChannel channel) {
        return days(channel).stream().mapToLong(zip::weight).sum();
    }

    /** Folders with day files that belong to no channel of the lists. */
    public Set<String> strayFolders() {
        Set<String> folders = new HashSet<>();
        for (String name : zip.namesUnder("")) {
            int slash = name.indexOf('/');
            if (slash > 0 && DAY_FILE.matcher(name.substring(slash + 1)).matches()) {
                folders.add(name.substring(0, slash));
            }
        }
        channels.forEach(channel -> folders.remove(channel.folder()));
        return folders;
    }

    /**
     * The messages of one day file in time order; of equal times in the file's order.
     *
     * @throws UnreadableExport when the file is not an array of objects
     */
    public List<SlackMessage> messages(String day) throws IOException {
        List<SlackMessage> messages = new ArrayList<>(list(day, ExportJson::message));
        messages.sort(Comparator.comparing(message -> SlackTime.orderOf(message.ts())));
        return messages;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private <T> List<T> list(String name, Function<JsonNode, T> read) throws IOException {
        List<T> items = new ArrayList<>();
        Optional<InputStream> found = zip.read(name);
        if (found.isEmpty()) {
            return items;
        }
        try (InputStream in = found.get();
                JsonParser parser = json.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new UnreadableExport(name + " is not a JSON array");
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                JsonNode item = parser.readValueAsTree();
                items.add(read.apply(item));
            }
        } catch (JacksonException e) {
            throw new UnreadableExport(name + " is not valid JSON: " + e.getOriginalMessage(), e);
        }
        return items;
    }
}
