package tidings.system.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SourceRulesTest {

    private static final int MEDIAN_LINES = 60;
    private static final int NINETIETH_PERCENTILE_LINES = 150;

    private static final List<SourceFile> TREE = SourceTree.of(
                    Path.of("..").toAbsolutePath().normalize())
            .stream()
            .filter(file -> !file.isCounterExample())
            .toList();

    @TestFactory
    Stream<DynamicTest> holdsInEveryFile() {
        return SourceRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(TREE.stream()
                                        .flatMap(file -> rule.violations().apply(file).stream()
                                                .map(what -> file.path() + ": " + what)))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> bites() {
        return SourceRule.ALL.stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.name(),
                        () -> assertThat(rule.violations().apply(rule.counterExample()))
                                .isNotEmpty()));
    }

    @Test
    void everyJavaPackageSaysWhatItIsForAndIsNullMarked() {
        Map<String, List<SourceFile>> folders = TREE.stream()
                .filter(file -> file.path().matches("[^/]+/src/(main|test)/java/.*\\.java"))
                .collect(Collectors.groupingBy(SourceFile::folder));
        assertThat(folders).isNotEmpty();
        assertThat(folders.entrySet().stream()
                        .filter(folder -> folder.getValue().stream().noneMatch(SourceRulesTest::explainsItsPackage))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private static boolean explainsItsPackage(SourceFile file) {
        return file.name().equals("package-info.java")
                && file.text().startsWith("/**")
                && file.text().contains("@NullMarked");
    }

    @Test
    void filesAreSmall() {
        List<Integer> lines = TREE.stream()
                .filter(SourceFile::isJava)
                .filter(file -> !file.name().equals("package-info.java"))
                .map(file -> file.lines().size())
                .sorted()
                .toList();
        assertThat(lines).isNotEmpty();
        assertThat(lines.get(lines.size() / 2)).as("median").isLessThanOrEqualTo(MEDIAN_LINES);
        assertThat(lines.get(lines.size() * 9 / 10))
                .as("90th percentile")
                .isLessThanOrEqualTo(NINETIETH_PERCENTILE_LINES);
    }

    @Test
    void theWholeTreeWasRead() {
        assertThat(TREE.stream().map(file -> file.path().split("/")[0]).collect(Collectors.toSet()))
                .containsAll(Set.of("events", "system-tests"));
    }
}
