package tidings.system.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final Pattern RECORD = Pattern.compile("adr/(\\d{4})-[a-z0-9-]+\\.md");

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
