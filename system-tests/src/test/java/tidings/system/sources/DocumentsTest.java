package tidings.system.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The documents name what exists: types, tests, tables, settings, files, records. */
class DocumentsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<SourceFile> TEXTS = SourceTree.textsOf(ROOT);
    private static final KnownNames KNOWN = new KnownNames(TEXTS, SourceTree.pathsOf(ROOT));

    private static final Pattern DOCUMENT = Pattern.compile("(adr|docs)/.*\\.md|(.*/)?README\\.md|CONTRIBUTING\\.md");
    private static final Pattern READ_VARIABLE = Pattern.compile("(?:\\$\\{|\")(TIDINGS_[A-Z_]*[A-Z])\\b");
    private static final String SET_BY_THE_SCRIPT = "TIDINGS_HOME";
    private static final Pattern RECORD = Pattern.compile("adr/(\\d{4})-[a-z0-9-]+\\.md");

    private static final RecordMentions MENTIONS = new RecordMentions(
            records()
                    .map(file -> file.path().substring("adr/".length(), "adr/0000".length()))
                    .collect(Collectors.toSet()),
            index());

    @TestFactory
    Stream<DynamicTest> nameWhatExists() {
        List<SourceFile> documents = TEXTS.stream()
                .filter(file -> DOCUMENT.matcher(file.path()).matches())
                .toList();
        assertThat(documents).hasSizeGreaterThan(30);
        return DocumentRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(documents.stream()
                                        .flatMap(document -> rule.missing(KNOWN, document).stream()
                                                .map(what -> document.path() + ": " + what)))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> rulesBite() {
        return DocumentRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(rule.missing(KNOWN, new SourceFile("docs/wrong.md", rule.counterExample())))
                                .hasSize(1)));
    }

    @TestFactory
    Stream<DynamicTest> everyRecord() {
        return RecordRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(
                                        records().filter(record -> !rule.holds().test(record.text())))
                                .extracting(SourceFile::path)
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> rulesOfRecordsBite() {
        return RecordRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(rule.holds().test(rule.counterExample()))
                                .isFalse()));
    }

    @Test
    void recordsAreNumberedInOrderAndLinkedInTheirIndex() {
        List<String> paths = records().map(SourceFile::path).sorted().toList();
        assertThat(paths)
                .extracting(path -> path.substring("adr/".length(), "adr/0000".length()))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, paths.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
        assertThat(index())
                .contains(paths.stream()
                        .map(path -> "(" + path.substring("adr/".length()) + ")")
                        .toList());
    }

    @Test
    void everySettingThatIsReadIsInTheListOfSettings() {
        List<String> read = TEXTS.stream()
                .filter(file ->
                        file.path().contains("/src/main/") || file.path().equals("docker-compose.yml"))
                .flatMap(file -> READ_VARIABLE.matcher(file.text()).results())
                .map(variable -> variable.group(1))
                .filter(variable -> !variable.equals(SET_BY_THE_SCRIPT))
                .distinct()
                .toList();
        assertThat(read).hasSizeGreaterThan(50).allMatch(KNOWN::isInConfiguration);
    }

    @Test
    void recordsThatAreMentionedExist() {
        assertThat(TEXTS.stream()
                        .flatMap(file -> MENTIONS.wrong(file).stream().map(number -> file.path() + ": " + number)))
                .isEmpty();
    }

    @Test
    void mentionsOfNoRecordAreFound() {
        assertThat(Stream.of("see ADR" + "-0999", "see ADR" + " 0021", "see records" + " 23 and 101")
                        .map(text -> new SourceFile("a/Wrong.java", text)))
                .allSatisfy(file -> assertThat(MENTIONS.wrong(file)).isNotEmpty());
        assertThat(MENTIONS.wrong(new SourceFile("a/src/main/resources/db/V1__rows.sql", "-- see ADR" + " 0101")))
                .isEmpty();
        assertThat(MENTIONS.wrong(new SourceFile("a/src/main/resources/db/V1__rows.sql", "-- see ADR" + " 0999")))
                .isNotEmpty();
    }

    private static Stream<SourceFile> records() {
        return TEXTS.stream().filter(file -> RECORD.matcher(file.path()).matches());
    }

    private static String index() {
        return TEXTS.stream()
                .filter(file -> file.path().equals("adr/README.md"))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
