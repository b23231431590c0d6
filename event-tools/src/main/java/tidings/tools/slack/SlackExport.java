package tidings.tools.slack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A Slack export: lists of users and channels, and a folder of day files per channel. Only one day of a channel is in
 * memory per reader; several threads may read at once. An entry that unpacks to more than 256 MiB is refused. What cannot
 * be read is counted.
 */
public final class SlackExport implements Closeable {

    private static final long MAX_ENTRY_BYTES = 256L << 20;
    private static final List<String> USERS = List.of("users.json", "org_users.json");
    private static final List<String> NEEDED = List.of(ExportZip.CHANNELS, "users.json");
    private static final List<String> USER_GROUPS = List.of("usergroups.json", "user_groups.json");

    private final ExportZip zip;
    private final Losses losses = new Losses();
    private final List<SlackUser> users;
    private final Map<String, String> userGroups = new HashMap<>();
    private final List<SlackChannel> channels;

    private SlackExport(ExportZip zip) throws IOException {
        this.zip = zip;
        List<SlackUser> people = new ArrayList<>();
        for (String list : USERS) {
            people.addAll(list(list, "account", ExportJson::user));
        }
        this.users = distinct(people, "account", SlackUser::id);
        for (String list : USER_GROUPS) {
            list(list, "usergroup", node -> node)
                    .forEach(group -> userGroups.put(
                            JsonFields.text(group.path("id")),
                            JsonFields.firstText(group.path("handle"), group.path("name"))));
        }
        userGroups.values().removeIf(String::isEmpty);
        List<SlackChannel> all = new ArrayList<>();
        all.addAll(channels(ExportZip.CHANNELS, SlackChannel.Kind.PUBLIC));
        all.addAll(channels(ExportZip.GROUPS, SlackChannel.Kind.PRIVATE));
        all.addAll(channels(ExportZip.DIRECT, SlackChannel.Kind.DIRECT));
        all.addAll(channels(ExportZip.GROUPS_OF_PEOPLE, SlackChannel.Kind.DIRECT));
        List<SlackChannel> placed = new ArrayList<>();
        for (SlackChannel channel : eachInItsFolder(distinct(all, "channel", SlackChannel::id))) {
            placed.add(channel.namesNobody() ? channel.with(people(channel)) : channel);
        }
        this.channels = List.copyOf(placed);
        countWhatIsNotRead();
    }

    /**
     * Reads the lists; the messages are read later, day by day.
     *
     * @throws UnreadableExportException when the file is no Slack export or has unsafe entries
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

    /** The handles of user groups by their id, where the export has them. */
    public Map<String, String> userGroups() {
        return Map.copyOf(userGroups);
    }

    /** Public ones first, then private ones, then conversations between people. */
    public List<SlackChannel> channels() {
        return channels;
    }

    /** What of the lists and files cannot be kept. */
    public List<Losses.Left> left() {
        return losses.all();
    }

    /** What stays the same from one export of this workspace to the next. */
    public String sourceKey() {
        return "slack:" + Workspace.keyOf(users, channels);
    }

    /** The day files of a channel, the oldest first. */
    public List<String> days(SlackChannel channel) {
        return days(channel.folder());
    }

    private List<String> days(String folder) {
        return zip.namesUnder(folder + "/").stream()
                .filter(name -> name.indexOf('/', folder.length() + 1) < 0)
                .filter(name -> DayFiles.dayOf(name).isPresent())
                .sorted(Comparator.comparing(
                                (String name) -> DayFiles.dayOf(name).orElse(LocalDate.EPOCH))
                        .thenComparing(Comparator.naturalOrder()))
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
            int slash = name.lastIndexOf('/');
            if (slash > 0 && DayFiles.dayOf(name).isPresent()) {
                folders.add(name.substring(0, slash));
            }
        }
        channels.forEach(channel -> folders.remove(channel.folder()));
        return folders;
    }

    /** The messages of one day file, as far as it can be read. A message without a time has that of the one before it. */
    public SlackDay messages(String day) throws IOException {
        try (InputStream in = zip.read(day).orElseThrow(() -> new UnreadableExportException("there is no " + day))) {
            JsonList list = JsonList.read(in);
            List<SlackMessage> messages = new ArrayList<>();
            String time = DayFiles.startOf(day);
            for (JsonNode object : list.objects()) {
                SlackMessage message = MessageJson.message(object);
                messages.add(message.timed() ? message : message.at(time, false));
                time = message.timed() ? message.ts() : time;
            }
            messages.sort(Comparator.comparing((SlackMessage message) -> SlackTime.orderOf(message.ts()))
                    .thenComparing(SlackMessage::change));
            return new SlackDay(messages, list.strange(), list.isBroken() ? day + " " + list.broken() : "");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private List<SlackChannel> channels(String list, SlackChannel.Kind kind) throws IOException {
        return list(list, "channel", node -> {
            losses.count("pin", "NOT_SUPPORTED", node.path("pins").size());
            return ExportJson.channel(node, kind);
        });
    }

    private <T> List<T> list(String name, String kind, Function<JsonNode, T> read) throws IOException {
        Optional<InputStream> found = zip.read(name);
        if (found.isEmpty()) {
            return List.of();
        }
        try (InputStream in = found.get()) {
            JsonList list = JsonList.read(in);
            if (list.isBroken() && list.objects().isEmpty() && NEEDED.contains(name)) {
                throw new UnreadableExportException(name + " " + list.broken());
            }
            losses.count(kind, "NO_OBJECT", list.strange());
            losses.count("list", "UNREADABLE " + name, list.isBroken() ? 1 : 0);
            return list.objects().stream().map(read).toList();
        }
    }

    /** The first of each id; what has none cannot be told apart. */
    private <T> List<T> distinct(List<T> items, String kind, Function<T, String> idOf) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T item : items) {
            String id = idOf.apply(item);
            if (id.isEmpty()) {
                losses.count(kind, "NO_ID");
            } else if (byId.putIfAbsent(id, item) != null) {
                losses.count(kind, "REPEATED");
            }
        }
        return List.copyOf(byId.values());
    }

    /** Folders are named after channels, and after their ids where the name is no name of a folder or is taken. */
    private List<SlackChannel> eachInItsFolder(List<SlackChannel> all) {
        Set<String> taken = new HashSet<>();
        List<SlackChannel> placed = new ArrayList<>();
        for (SlackChannel channel : all) {
            boolean byId =
                    taken.contains(channel.folder()) || days(channel.folder()).isEmpty();
            SlackChannel there = byId && !days(channel.id()).isEmpty() ? channel.in(channel.id()) : channel;
            if (!taken.add(there.folder())) {
                losses.count("channel", "FOLDER_OF_ANOTHER");
                there = channel.in(channel.folder() + " (" + channel.id() + ")");
            }
            placed.add(there);
        }
        return List.copyOf(placed);
    }

    /** Those who first wrote in a channel that names nobody; in a public one without messages the first of the users. */
    private List<String> people(SlackChannel channel) throws IOException {
        for (String day : days(channel)) {
            List<String> authors = messages(day).messages().stream()
                    .map(SlackMessage::author)
                    .filter(author -> author != null && !author.bot())
                    .map(author -> author.id())
                    .distinct()
                    .toList();
            if (!authors.isEmpty()) {
                return authors;
            }
        }
        return channel.kind() == SlackChannel.Kind.PUBLIC
                ? users.stream().limit(1).map(SlackUser::id).toList()
                : List.of();
    }

    private void countWhatIsNotRead() throws IOException {
        for (String folder : strayFolders()) {
            losses.count("channel", "NOT_LISTED");
            losses.count("day", "NO_CHANNEL", days(folder).size());
        }
        Set<String> lists = new HashSet<>(USERS);
        lists.addAll(USER_GROUPS);
        lists.addAll(ExportZip.LISTS);
        for (String name : zip.namesUnder("")) {
            if (lists.contains(name) || DayFiles.dayOf(name).isPresent()) {
                continue;
            }
            if (name.endsWith(".json")) {
                losses.count("entry", "NOT_SUPPORTED " + name.substring(name.lastIndexOf('/') + 1), entries(name));
            } else {
                losses.count("entry", "NOT_SUPPORTED");
            }
        }
    }

    private int entries(String name) throws IOException {
        try (InputStream in = zip.read(name).orElseThrow(() -> new UnreadableExportException("there is no " + name))) {
            JsonList list = JsonList.read(in);
            return list.isBroken() ? 1 : list.objects().size() + list.strange();
        } catch (UnreadableExportException tooLarge) {
            return 1;
        }
    }
}
