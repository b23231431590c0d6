package tidings.system.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.EvaluationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final JavaClasses HOUSE = Modules.productionClasses();
    private static final JavaClasses BADLY_BUILT = new ClassFileImporter().importPackages(House.BADLY_BUILT.root());

    private static Stream<Rule> rules() {
        return Stream.of(
                        EventRules.rules(),
                        ModuleRules.rules(),
                        AggregateRules.rules(),
                        EngineRules.rules(),
                        TechnologyRules.rules(),
                        BlockingRules.rules(),
                        PurityRules.rules(),
                        BackgroundRules.rules(),
                        WiringRules.rules(),
                        FeatureRules.rules())
                .flatMap(rules -> rules);
    }

    @TestFactory
    Stream<DynamicTest> holdsInEveryModule() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(), () -> rule.in().apply(House.TIDINGS).check(HOUSE)));
    }

    @TestFactory
    Stream<DynamicTest> bitesInTheBadlyBuiltHouse() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
            EvaluationResult result = rule.in().apply(House.BADLY_BUILT).evaluate(BADLY_BUILT);
            assertThat(result.hasViolation()).isTrue();
            assertThat(result.getFailureReport().toString())
                    .contains(rule.counterExamples().stream()
                            .map(House.BADLY_BUILT::in)
                            .toList());
        }));
    }

    @Test
    void everyRuleOfTheHouseIsHereAndHasACounterExample() {
        assertThat(Stream.iterate(1, number -> number + 1).limit(13).map(number -> "R" + number + " "))
                .allSatisfy(number ->
                        assertThat(rules()).anyMatch(rule -> rule.name().startsWith(number)));
        assertThat(rules()).noneMatch(rule -> rule.counterExamples().isEmpty());
    }

    @Test
    void everySourceFileWasImported() {
        for (String module : Modules.WITH_CODE) {
            Path sources = Modules.root().resolve(module).resolve("src/main/java");
            List<String> missing = Files.isDirectory(sources)
                    ? Modules.walk(sources, ".java").stream()
                            .map(file -> className(sources, file))
                            .filter(name -> !name.endsWith("package-info") && !HOUSE.contain(name))
                            .toList()
                    : List.of();
            assertThat(missing).as("classes of " + module + " without bytecode").isEmpty();
        }
        assertThat(HOUSE).hasSizeGreaterThan(20);
    }

    private static String className(Path sources, Path file) {
        String path = sources.relativize(file).toString();
        return path.substring(0, path.length() - ".java".length()).replace('/', '.');
    }
}
