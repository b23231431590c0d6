package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;

/** How the parts are put together and how they speak. */
final class WiringRules {

    private WiringRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule("R11 no field injection", WiringRules::noFieldInjection, "query.egg.EggConfiguration.chicken"),
                rule(
                        "R11 services log; they never print, nor use java.util.logging",
                        WiringRules::servicesLog,
                        "query.chicken.Chicken",
                        "query.egg.EggController"),
                rule(
                        "R11 configurations and controllers are package-private",
                        house -> classes()
                                .that()
                                .areMetaAnnotatedWith(Configuration.class)
                                .or()
                                .areMetaAnnotatedWith(Controller.class)
                                .should()
                                .notBePublic(),
                        "query.egg.EggConfiguration",
                        "query.egg.EggController"),
                rule(
                        "R12 configuration properties are records",
                        house -> classes()
                                .that()
                                .areAnnotatedWith(ConfigurationProperties.class)
                                .should()
                                .beRecords(),
                        "query.egg.EggProperties"),
                rule(
                        "R12 every package is @NullMarked",
                        house -> classes().that(areWrittenByUs(house)).should(resideInANullMarkedPackage()),
                        "load.unmarked.Nullish"));
    }

    private static ArchRule noFieldInjection(House house) {
        return noFields().should(beInjected());
    }

    private static ArchCondition<JavaField> beInjected() {
        return new ArchCondition<>("be injected") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                boolean injected = field.getAnnotations().stream()
                        .map(annotation -> annotation.getRawType().getName())
                        .anyMatch(name ->
                                name.matches("org\\.springframework\\.beans\\.factory\\.annotation\\.(Autowired|Value)"
                                        + "|jakarta\\.inject\\.Inject|jakarta\\.annotation\\.Resource"));
                events.add(new SimpleConditionEvent(
                        field, injected, field.getFullName() + (injected ? " is" : " is not") + " injected"));
            }
        };
    }

    /** The command lines (launcher, tools, load) speak through standard output: that is what they are for. */
    private static ArchRule servicesLog(House house) {
        return CompositeArchRule.of(noClasses()
                        .that()
                        .resideInAnyPackage(house.inAny("events..", "access..", "command..", "gateway..", "query.."))
                        .should(ACCESS_STANDARD_STREAMS))
                .and(noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging.."));
    }

    private static DescribedPredicate<JavaClass> areWrittenByUs(House house) {
        return DescribedPredicate.not(house.classesIn("command.contract.."))
                .and(DescribedPredicate.describe("top level", JavaClass::isTopLevelClass))
                .as("are written by us");
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return new ArchCondition<>("reside in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                events.add(new SimpleConditionEvent(
                        type, marked, type.getName() + (marked ? " is" : " is not") + " in a @NullMarked package"));
            }
        };
    }
}
