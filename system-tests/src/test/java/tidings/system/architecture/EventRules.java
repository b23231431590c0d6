package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** What events may be made of. */
final class EventRules {

    private static final Set<Class<?>> JDK_IMMUTABLES = Set.of(
            String.class,
            Instant.class,
            UUID.class,
            Integer.class,
            Long.class,
            Boolean.class,
            List.class,
            Set.class,
            Map.class);

    private EventRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule(
                        "R1 events depends only on the JDK, itself and annotations",
                        house -> classes()
                                .that()
                                .resideInAPackage(house.in("events.."))
                                .should()
                                .onlyDependOnClassesThat()
                                .resideInAnyPackage(
                                        house.in("events.."),
                                        "java..",
                                        "org.jspecify.annotations..",
                                        "com.fasterxml.jackson.annotation.."),
                        "events.LoudEvent$Shouted"),
                rule(
                        "R2 domain events are public records nested in a sealed interface, of immutable components",
                        house -> classes()
                                .that(areDomainEvents(house))
                                .should(bePublicRecordsNestedInASealedInterface())
                                .andShould(haveOnlyImmutableComponents(house)),
                        "events.LooseEvent",
                        "events.LoudEvent$Shouted.listeners"));
    }

    /** Whatever implements one of the events' sealed families, and whatever calls itself an event. */
    private static DescribedPredicate<JavaClass> areDomainEvents(House house) {
        return DescribedPredicate.describe(
                "are domain events",
                type -> house.classesIn("events..").test(type)
                        && !type.isInterface()
                        && (type.isAnnotatedWith("tidings.events.EventRevision")
                                || type.getAllRawInterfaces().stream()
                                        .anyMatch(
                                                family -> family.getSimpleName().endsWith("Event"))));
    }

    private static ArchCondition<JavaClass> bePublicRecordsNestedInASealedInterface() {
        return new ArchCondition<>("be public records nested in a sealed interface") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean nested = type.getEnclosingClass()
                        .map(family -> family.isInterface() && family.reflect().isSealed())
                        .orElse(false);
                boolean kept = nested && type.isRecord() && type.getModifiers().contains(JavaModifier.PUBLIC);
                events.add(new SimpleConditionEvent(
                        type, kept, type.getName() + (kept ? " is" : " is not") + " a public nested record"));
            }
        };
    }

    private static ArchCondition<JavaClass> haveOnlyImmutableComponents(House house) {
        return new ArchCondition<>("have only JDK immutables, ids and records as components") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField component : type.getFields()) {
                    if (component.getModifiers().contains(JavaModifier.STATIC)) {
                        continue;
                    }
                    for (JavaClass involved : component.getType().getAllInvolvedRawTypes()) {
                        events.add(new SimpleConditionEvent(
                                component,
                                isImmutable(house, involved),
                                component.getFullName() + " holds a " + involved.getName()));
                    }
                }
            }
        };
    }

    private static boolean isImmutable(House house, JavaClass type) {
        return type.isPrimitive()
                || JDK_IMMUTABLES.stream().anyMatch(type::isEquivalentTo)
                || (house.classesIn("events..").test(type) && (type.isRecord() || type.isEnum()));
    }
}
