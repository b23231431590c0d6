package tidings.tools.slack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The archive file: names and bounded streams, nothing is ever written to disk. Some tools pack the export inside one
 * folder; names are given without it.
 */
final class ExportZip implements Closeable {

    static final int MAX_ENTRIES = 2_000_000;
    static final String CHANNELS = "channels.json";
    static final String GROUPS = "groups.json";
    static final String DIRECT = "dms.json";
    static final String GROUPS_OF_PEOPLE = "mpims.json";

    /** What makes an archive an export; one of private conversations alone has no list of public channels. */
    static final List<String> LISTS = List.of(CHANNELS, GROUPS, DIRECT, GROUPS_OF_PEOPLE);

    private final ZipFile zip;
    private final long maxEntryBytes;
    private final NavigableMap<String, ZipEntry> entries = new TreeMap<>();

    private ExportZip(ZipFile zip, long maxEntryBytes) {
        this.zip = zip;
        this.maxEntryBytes = maxEntryBytes;
    }

    static ExportZip open(Path file, long maxEntryBytes) throws IOException {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UnreadableExportException("no such file, or not readable: " + file);
        }
        ZipFile zip;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
        } catch (ZipException e) {
            throw new UnreadableExportException(file.getFileName() + " is not a zip archive: " + e.getMessage(), e);
        }
        ExportZip export = new ExportZip(zip, maxEntryBytes);
        try {
            export.index();
        } catch (RuntimeException e) {
            export.close();
            throw e;
        }
        return export;
    }

    private void index() {
        if (zip.size() > MAX_ENTRIES) {
            throw new UnreadableExportException("the archive has more than " + MAX_ENTRIES + " entries");
        }
        List<ZipEntry> files = new ArrayList<>();
        zip.stream().filter(entry -> !entry.isDirectory()).forEach(files::add);
        files.forEach(entry -> checkName(entry.getName()));
        String root = LISTS.stream()
                .flatMap(list -> rootOf(files, list).stream())
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableExportException("the archive has no " + CHANNELS + ": not a Slack export"));
        for (ZipEntry entry : files) {
            if (entry.getName().startsWith(root)) {
                entries.put(entry.getName().substring(root.length()), entry);
            }
        }
    }

    private static Optional<String> rootOf(List<ZipEntry> files, String list) {
        return files.stream()
                .map(ZipEntry::getName)
                .filter(name -> name.equals(list) || name.endsWith("/" + list))
                .map(name -> name.substring(0, name.length() - list.length()))
                .min(Comparator.comparingInt(String::length));
    }

    private static void checkName(String name) {
        boolean climbs = List.of(name.split("/", -1)).contains("..");
        if (climbs || name.startsWith("/") || name.contains("\\")) {
            throw new UnreadableExportException("the archive has an entry with an unsafe name: " + name);
        }
    }

    /** The names of all files whose name starts so, sorted. */
    List<String> namesUnder(String prefix) {
        return List.copyOf(entries.subMap(prefix, true, prefix + Character.MAX_VALUE, false)
                .keySet());
    }

    /** The compressed size of a file, a measure of the work in it. */
    long weight(String name) {
        ZipEntry entry = entries.get(name);
        return entry == null ? 0 : Math.max(entry.getCompressedSize(), 1);
    }

    Optional<InputStream> read(String name) throws IOException {
        ZipEntry entry = entries.get(name);
        return entry == null
                ? Optional.empty()
                : Optional.of(new BoundedStream(zip.getInputStream(entry), name, maxEntryBytes));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
