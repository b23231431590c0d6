package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;

/** Time comes from a clock, ids come from their factory: so a decision can be replayed and tested. */
final class PurityRules {

    private static final Map<Class<?>, Set<String>> AMBIENT = Map.of(
            Instant.class, Set.of("now"),
            LocalDate.class, Set.of("now"),
            LocalDateTime.class, Set.of("now"),
            OffsetDateTime.class, Set.of("now"),
            ZonedDateTime.class, Set.of("now"),
            Clock.class, Set.of("systemUTC", "systemDefaultZone"),
            System.class, Set.of("currentTimeMillis"),
            UUID.class, Set.of("randomUUID"));

    private PurityRules() {}

    static Stream<Rule> rules() {
        return Stream.of(rule(
                "R10 no time and no ids out of thin air, but in configuration and the id factory",
                PurityRules::nothingOutOfThinAir,
                "command.hen.Hen"));
    }

    private static ArchRule nothingOutOfThinAir(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.inAny("events..", "access..", "command..", "gateway..", "query..", "tools.."))
                .and()
                .areNotMetaAnnotatedWith(Configuration.class)
                .and()
                .haveSimpleNameNotEndingWith("IdFactory")
                .should()
                .callMethodWhere(isAmbient());
    }

    private static DescribedPredicate<JavaMethodCall> isAmbient() {
        return DescribedPredicate.describe(
                "asks the machine for the time or for chance",
                call -> AMBIENT.entrySet().stream()
                        .anyMatch(type -> call.getTargetOwner().isEquivalentTo(type.getKey())
                                && type.getValue().contains(call.getTarget().getName())
                                // Instant.now(clock) and its like are how it should be done
                                && call.getTarget().getRawParameterTypes().stream()
                                        .noneMatch(parameter -> parameter.isEquivalentTo(Clock.class))));
    }
}
