package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;

/** The command side's engine knows no feature, and features know no more of it than its vocabulary and its ports. */
final class EngineRules {

    private static final String PORT = "command.eventstore.InlineProjection";

    private EngineRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule(
                        "R14 the event store knows no feature, nor who dispatches",
                        house -> knowsOnly(house, "command.eventstore..", "command.background.."),
                        "command.eventstore.Chatty"),
                rule(
                        "R14 the dispatcher's machine knows no feature",
                        house -> knowsOnly(house, "command.dispatch..", "command.eventstore..", "command.background.."),
                        "command.dispatch.stripes.Henhouse"),
                rule(
                        "R14 of the dispatcher features use the vocabulary only",
                        EngineRules::vocabularyOnly,
                        "command.dispatch.Shortcut",
                        "command.barn.Shortcut"),
                rule(
                        "R14 in the transaction of an append the engine calls features by inline projections only",
                        EngineRules::connectionsStayAtHome,
                        "command.eventstore.Chatty.tell",
                        "command.barn.Shortcut.tell"));
    }

    private static ArchRule knowsOnly(House house, String part, String... others) {
        return noClasses()
                .that()
                .resideInAPackage(house.in(part))
                .should()
                .dependOnClassesThat(house.classesIn("command..")
                        .and(DescribedPredicate.not(house.classesIn(part)))
                        .and(DescribedPredicate.not(house.classesIn(others))));
    }

    private static ArchRule vocabularyOnly(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("command.."))
                .and()
                .resideOutsideOfPackage(house.in("command.dispatch.stripes.."))
                .and()
                .areNotMetaAnnotatedWith(Configuration.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(house.in("command.dispatch.stripes.."));
    }

    /** Who is given a connection is in its transaction: the port, and the helpers beside who was given it. */
    private static ArchRule connectionsStayAtHome(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("command.."))
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe(
                        "hands a connection to another package, but for the port of inline projections",
                        call -> handsAConnection(call)
                                && house.classesIn("command..").test(call.getTargetOwner())
                                && !isBeside(call.getOriginOwner(), call.getTargetOwner())
                                && !call.getTargetOwner().getName().equals(house.in(PORT))));
    }

    private static boolean handsAConnection(JavaCall<?> call) {
        return call.getTarget().getRawParameterTypes().stream()
                .anyMatch(parameter -> parameter.isAssignableTo(Connection.class));
    }

    private static boolean isBeside(JavaClass caller, JavaClass called) {
        return caller.getPackageName().equals(called.getPackageName());
    }
}
