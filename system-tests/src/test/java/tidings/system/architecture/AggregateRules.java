package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;

/** What an aggregate may know, and that only its events change it. */
final class AggregateRules {

    private AggregateRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule(
                        "R5 aggregates depend only on their feature, events and Axon",
                        house -> classes().that(areAggregates()).should(dependOnlyOnTheirFeature(house)),
                        "command.hen.Hen"),
                rule(
                        "R6 only aggregates handle commands and source events, and only so do their fields change",
                        AggregateRules::handlersOnlyInAggregates,
                        "command.hen.HenKeeper.handle",
                        "command.hen.Hen.eggs"));
    }

    private static DescribedPredicate<JavaClass> areAggregates() {
        return DescribedPredicate.describe(
                "are aggregates",
                type -> type.isMetaAnnotatedWith(AggregateRoot.class)
                        || type.getFields().stream()
                                .anyMatch(field -> field.isAnnotatedWith(AggregateIdentifier.class)));
    }

    private static ArchCondition<JavaClass> dependOnlyOnTheirFeature(House house) {
        return new ArchCondition<>("depend only on their feature, events and Axon") {
            @Override
            public void check(JavaClass aggregate, ConditionEvents events) {
                // tidings.command.dispatch holds the words of every decision: AggregateCommand and
                // CommandRefusedException
                DescribedPredicate<JavaClass> allowed = JavaClass.Predicates.resideInAnyPackage(
                        aggregate.getPackageName() + "..",
                        house.in("events.."),
                        house.in("command.dispatch"),
                        "org.axonframework..",
                        "org.jspecify.annotations..",
                        "java..");
                aggregate.getDirectDependenciesFromSelf().stream()
                        .filter(dependency ->
                                !allowed.test(dependency.getTargetClass().getBaseComponentType())
                                        && !dependency
                                                .getTargetClass()
                                                .getBaseComponentType()
                                                .isPrimitive())
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(aggregate, dependency.getDescription())));
            }
        };
    }

    private static ArchRule handlersOnlyInAggregates(House house) {
        DescribedPredicate<CanBeAnnotated> handler = CanBeAnnotated.Predicates.metaAnnotatedWith(CommandHandler.class)
                .or(CanBeAnnotated.Predicates.metaAnnotatedWith(EventSourcingHandler.class))
                .as("handle commands or source events");
        return CompositeArchRule.of(methods().that(handler).should().beDeclaredInClassesThat(areAggregates()))
                .and(classes().that(areAggregates()).should(changeOnlyByEvents()));
    }

    private static ArchCondition<JavaClass> changeOnlyByEvents() {
        return new ArchCondition<>("assign their fields only while sourcing events") {
            @Override
            public void check(JavaClass aggregate, ConditionEvents events) {
                Set<JavaCodeUnit> sourcing = sourcing(aggregate);
                aggregate.getFieldAccessesToSelf().stream()
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .filter(access -> !sourcing.contains(access.getOrigin()) && !initialises(access))
                        .forEach(access -> events.add(SimpleConditionEvent.violated(access, access.getDescription())));
            }
        };
    }

    /** The event sourcing handlers, and the private methods that nothing but these calls. */
    private static Set<JavaCodeUnit> sourcing(JavaClass aggregate) {
        Set<JavaCodeUnit> found = new HashSet<>();
        aggregate.getMethods().stream()
                .filter(method -> method.isMetaAnnotatedWith(EventSourcingHandler.class))
                .forEach(found::add);
        boolean grew = true;
        while (grew) {
            grew = aggregate.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(JavaModifier.PRIVATE))
                            .filter(method -> !method.getCallsOfSelf().isEmpty())
                            .filter(method -> method.getCallsOfSelf().stream()
                                    .map(JavaAccess::getOrigin)
                                    .allMatch(found::contains))
                            .filter(found::add)
                            .count()
                    > 0;
        }
        return found;
    }

    /** A field's initialiser, which the compiler puts into every constructor; those that take commands may not assign. */
    private static boolean initialises(JavaFieldAccess access) {
        boolean isStatic = access.getTarget()
                .resolveMember()
                .map(JavaMember::getModifiers)
                .map(modifiers -> modifiers.contains(JavaModifier.STATIC))
                .orElse(false);
        return isStatic
                || (access.getOrigin() instanceof JavaConstructor constructor
                        && !constructor.isMetaAnnotatedWith(CommandHandler.class));
    }
}
