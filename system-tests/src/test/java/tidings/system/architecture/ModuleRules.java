package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;
import java.util.List;
import java.util.stream.Stream;

/** How modules, and the features within them, may know one another. */
final class ModuleRules {

    private static final List<String> SIDES = List.of("command", "gateway", "query");
    private static final List<String> VERBS =
            List.of("events", "access", "command", "gateway", "query", "tools", "launcher", "load");

    private ModuleRules() {}

    static Stream<Rule> rules() {
        return Stream.concat(
                Stream.of(
                        rule(
                                "R3 command, query and gateway never depend on one another, nor tools, launcher and load on them",
                                ModuleRules::sidesKeepApart,
                                "query.ReachesIntoCommand",
                                "gateway.ReachesIntoCommand",
                                "command.ReachesIntoQuery",
                                "tools.ReachesIntoGateway",
                                "launcher.ReachesIntoQuery",
                                "load.ReachesIntoCommand"),
                        rule(
                                "R3 access-tokens knows the events and no side",
                                ModuleRules::accessKnowsNoSide,
                                "access.ReachesIntoQuery"),
                        rule(
                                "R3 only access-tokens reads and makes JSON Web Tokens, and sign-in by other providers",
                                ModuleRules::tokensAreReadInOnePlace,
                                "gateway.ReadsTokens")),
                VERBS.stream().map(ModuleRules::cycles));
    }

    private static ArchRule sidesKeepApart(House house) {
        return CompositeArchRule.of(Stream.concat(
                        SIDES.stream().map(side -> sideKnowsNoOther(house, side)),
                        Stream.of(outsidersKnowNoSide(house)))
                .toList());
    }

    private static ArchRule sideKnowsNoOther(House house, String side) {
        String[] others = SIDES.stream()
                .filter(other -> !other.equals(side))
                .map(other -> house.in(other + ".."))
                .toArray(String[]::new);
        // the protobuf contract lives beside the command side and belongs to both ends
        return neverDepend(house, side, others);
    }

    private static ClassesShouldConjunction neverDepend(House house, String side, String[] others) {
        return noClasses()
                .that()
                .resideInAPackage(house.in(side + ".."))
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(others)
                        .and(JavaClass.Predicates.resideOutsideOfPackage(house.in("command.contract.."))));
    }

    private static ArchRule outsidersKnowNoSide(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.inAny("tools..", "launcher..", "load..", "client.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.inAny("command..", "gateway..", "query.."));
    }

    private static ArchRule accessKnowsNoSide(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("access.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.inAny(
                        "command..", "gateway..", "query..", "tools..", "launcher..", "load..", "client.."));
    }

    /** Whoever asks who somebody is asks access-tokens; the load program stands outside and signs its own. */
    private static ArchRule tokensAreReadInOnePlace(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(
                        house.inAny("events..", "command..", "gateway..", "query..", "tools..", "launcher.."))
                .and()
                .resideOutsideOfPackage(house.in("command.oidc.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.nimbusds.jwt..", "com.nimbusds.jose.proc..", "com.nimbusds.jose.crypto..");
    }

    private static Rule cycles(String verb) {
        return rule(
                "R4 the features of " + verb + " are free of cycles",
                house -> slices().matching(house.in(verb + ".(*)..")).should().beFreeOfCycles(),
                verb + ".chicken.Chicken",
                verb + ".egg.Egg");
    }
}
