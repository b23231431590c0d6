package tidings.system.sources;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One rule about what documents name: it has to exist.
 *
 * @param names finds what a document names
 * @param exists whether that exists
 * @param counterExample names something that does not
 */
record DocumentRule(
        String name,
        Function<SourceFile, Stream<String>> names,
        BiPredicate<KnownNames, String> exists,
        String counterExample) {

    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\b(?:TIDINGS|NGINX)_[A-Z][A-Z_]*[A-Z]\\b(?!…)");
    private static final Pattern OPTION =
            Pattern.compile("(?<![\\w-])-XX:[+-]?[A-Za-z]+(?:=[\\w.]+)?|-D(tidings\\.[\\w.]*\\w)");

    static final List<DocumentRule> ALL = List.of(
            quoted(
                    "types and their members exist",
                    "[A-Z]\\w*[a-z]\\w*(\\.[a-z]\\w*)?(\\(\\))?",
                    DocumentRule::isTypeOrMember,
                    "The committer is `GroupCommitter.thatNobodyWrote`."),
            quoted(
                    "tables, columns and error codes exist",
                    "[a-z]+(_[a-z]+)+|(?!TIDINGS_|NGINX_)[A-Z]+(_[A-Z]+)+",
                    KnownNames::hasWord,
                    "The rows of `table_of" + "_nothing` say so."),
            quoted(
                    "packages and properties exist",
                    "tidings(\\.[a-z][\\w-]*)+",
                    (known, name) -> known.hasPackage(name) || known.isRead(name) || known.hasText(name),
                    "It is `tidings.store.patience" + "-of-nobody`."),
            quoted(
                    "files exist",
                    "(?!.*\\btarget/)[\\w./-]+\\.(java|tsx?|md|ya?ml|sql|tsv|graphqls|proto|mjs|xml|template)",
                    KnownNames::hasPath,
                    "See `web-client/src/nowhere.ts`."),
            new DocumentRule(
                    "links lead somewhere",
                    document -> matches(LINK, document).map(link -> resolve(document, link.group(1))),
                    KnownNames::hasPath,
                    "See [the record](../adr/9999-nothing.md)."),
            new DocumentRule(
                    "settings are read by somebody, and docs/configuration.md has them",
                    document -> matches(VARIABLE, document).map(MatchResult::group),
                    (known, name) -> known.isRead(name) && known.isInConfiguration(name),
                    "It is set by TIDINGS_STORE" + "_PATIENCE."),
            new DocumentRule(
                    "options of the JVM are those that are set",
                    document -> matches(OPTION, document)
                            .map(option -> option.group(1) == null ? option.group() : option.group(1)),
                    KnownNames::hasText,
                    "Pauses are short by -XX:MaxNewSize" + "=17m."));

    private static DocumentRule quoted(
            String name, String form, BiPredicate<KnownNames, String> exists, String counterExample) {
        Pattern pattern = Pattern.compile(form);
        return new DocumentRule(
                name,
                document -> QUOTED.matcher(FENCED.matcher(document.text()).replaceAll(""))
                        .results()
                        .map(quote -> quote.group(1))
                        .filter(quote -> pattern.matcher(quote).matches()),
                exists,
                counterExample);
    }

    private static Stream<MatchResult> matches(Pattern pattern, SourceFile document) {
        return pattern.matcher(document.text()).results();
    }

    private static boolean isTypeOrMember(KnownNames known, String name) {
        String[] parts = name.replace("()", "").split("\\.");
        return known.hasType(parts[0])
                ? parts.length == 1 || known.hasMember(parts[0], parts[1])
                : known.hasText("\"" + name + "\"");
    }

    private static String resolve(SourceFile document, String link) {
        return Path.of("/" + document.path())
                .resolveSibling(link)
                .normalize()
                .toString()
                .substring(1);
    }

    List<String> missing(KnownNames known, SourceFile document) {
        return names.apply(document)
                .filter(found -> !exists.test(known, found))
                .distinct()
                .toList();
    }
}
