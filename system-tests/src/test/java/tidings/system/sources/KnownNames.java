package tidings.system.sources;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What there is that a document can name: types, tests, tables, settings, options, files. Read from everything but documents. */
final class KnownNames {

    private static final Pattern DECLARED = Pattern.compile(
            "\\b(?:class|interface|record|enum|@interface|type|function|const|service|message)\\s+([A-Z]\\w*)");
    private static final Pattern IMPORTED =
            Pattern.compile("(?m)^import (?:static )?[\\w.]+?\\.([A-Z]\\w*)(?:\\.\\w+)?;");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern PROPERTIES = Pattern.compile("@ConfigurationProperties\\(\"([\\w.-]+)\"\\)");
    private static final Pattern HEADER = Pattern.compile("\\brecord \\w+\\(");
    private static final Pattern COMPOSED =
            Pattern.compile("\"([A-Z]+_)\" \\+ \\w+ \\+ \"(_[A-Z_]+)\"|\"([A-Z]+_[A-Z_]+_)\" \\+ \\w+");
    private static final Pattern SEPARATOR = Pattern.compile("[-_.]");

    private final Map<String, Set<String>> wordsByType = new HashMap<>();
    private final Set<String> imported = new HashSet<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> settings = new HashSet<>();
    private final Set<Pattern> composed = new HashSet<>();
    private final List<SourceFile> sources;
    private final Collection<String> paths;
    private final String configuration;

    /**
     * @param texts all texts of the repository
     * @param paths of all its files
     */
    KnownNames(List<SourceFile> texts, Collection<String> paths) {
        this.paths = paths;
        this.sources = texts.stream().filter(file -> !isDocument(file)).toList();
        this.configuration = texts.stream()
                .filter(file -> file.path().equals("docs/configuration.md"))
                .map(SourceFile::text)
                .collect(Collectors.joining());
        sources.forEach(this::learn);
    }

    static boolean isDocument(SourceFile file) {
        return file.path().endsWith(".md");
    }

    private void learn(SourceFile file) {
        Set<String> ofFile =
                WORD.matcher(file.text()).results().map(found -> found.group()).collect(Collectors.toSet());
        words.addAll(ofFile);
        DECLARED.matcher(file.text())
                .results()
                .forEach(found -> wordsByType
                        .computeIfAbsent(found.group(1), type -> new HashSet<>())
                        .addAll(ofFile));
        IMPORTED.matcher(file.text()).results().forEach(found -> imported.add(found.group(1)));
        COMPOSED.matcher(file.text()).results().forEach(found -> composed.add(form(found)));
        Matcher prefix = PROPERTIES.matcher(file.text());
        while (prefix.find()) {
            learnComponents(prefix.group(1), file.text().substring(prefix.end()));
        }
    }

    private static Pattern form(MatchResult composed) {
        return Pattern.compile(
                composed.group(1) == null
                        ? composed.group(3) + "[A-Z_]+"
                        : composed.group(1) + "[A-Z]+" + composed.group(2));
    }

    private void learnComponents(String prefix, String text) {
        Matcher header = HEADER.matcher(text);
        if (!header.find()) {
            return;
        }
        int depth = 1;
        String last = "";
        for (int at = header.end(); depth > 0; at++) {
            char c = text.charAt(at);
            depth += c == '(' || c == '<' ? 1 : c == ')' || c == '>' ? -1 : 0;
            if ((c == ',' && depth == 1) || depth == 0) {
                settings.add(plain(prefix + last.strip()));
                last = "";
            } else {
                last = Character.isJavaIdentifierPart(c) ? last + c : "";
            }
        }
    }

    /** A setting has the same name as a variable and as a property but for its signs. */
    private static String plain(String setting) {
        return SEPARATOR.matcher(setting).replaceAll("").toLowerCase(Locale.ROOT);
    }

    boolean hasType(String name) {
        return wordsByType.containsKey(name) || imported.contains(name);
    }

    boolean hasMember(String type, String member) {
        return wordsByType.getOrDefault(type, Set.of()).contains(member);
    }

    boolean hasWord(String word) {
        return words.contains(word);
    }

    boolean hasText(String text) {
        return sources.stream().anyMatch(file -> file.text().contains(text));
    }

    /** A property of Spring's or a variable of the environment that something reads. */
    boolean isRead(String setting) {
        return settings.contains(plain(setting))
                || words.contains(setting)
                || composed.stream().anyMatch(form -> form.matcher(setting).matches());
    }

    boolean isInConfiguration(String variable) {
        return configuration.contains(variable);
    }

    boolean hasPackage(String name) {
        String folder = "/java/" + name.replace('.', '/') + "/";
        return paths.stream().anyMatch(path -> path.contains(folder));
    }

    /** A file, a folder, or the last parts of a file's path. */
    boolean hasPath(String path) {
        String plain = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return paths.stream()
                .anyMatch(known -> known.equals(plain) || known.endsWith("/" + plain) || known.startsWith(plain + "/"));
    }
}
