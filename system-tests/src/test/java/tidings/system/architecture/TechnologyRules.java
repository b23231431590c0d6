package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.springframework.context.annotation.Configuration;

/** Technology stays at the edges. Wiring ({@code @Configuration}) has to name all of it and is let off. */
final class TechnologyRules {

    private static final String KNOWS_EVERYTHING = "gateway.hub.KnowsEverything";

    private TechnologyRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule("R7 projections are package-private", TechnologyRules::projections, "query.egg.EggProjection"),
                rule("R8 Kafka types only in relay and kafka packages", TechnologyRules::kafka, KNOWS_EVERYTHING),
                rule("R8 JDBC only in stores, projections and queries", TechnologyRules::jdbc, KNOWS_EVERYTHING),
                rule("R8 Netty only in gateway.socket and gateway.loop", TechnologyRules::netty, KNOWS_EVERYTHING),
                rule("R8 Lettuce only in the gateway's Redis adapters", TechnologyRules::lettuce, KNOWS_EVERYTHING));
    }

    private static ArchRule projections(House house) {
        return classes()
                .that()
                .resideInAPackage(house.in("query.."))
                .and()
                .haveSimpleNameEndingWith("Projection")
                // the contract that every feature implements
                .and()
                .areNotInterfaces()
                .should()
                .notBePublic();
    }

    private static ArchRule kafka(House house) {
        return only(
                house,
                JavaClass.Predicates.resideInAnyPackage("org.apache.kafka..", "org.axonframework.extensions.kafka.."),
                house.classesIn(
                        "command..relay..",
                        "command..kafka..",
                        "gateway..kafka..",
                        "query..kafka..",
                        "tools..kafka.."));
    }

    private static ArchRule jdbc(House house) {
        return only(
                house,
                JavaClass.Predicates.resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.springframework.jdbc..", "com.mysql.."),
                storesProjectionsAndQueries(house));
    }

    private static ArchRule netty(House house) {
        return only(
                house,
                JavaClass.Predicates.resideInAPackage("io.netty.."),
                house.classesIn("gateway.socket..").or(house.classesIn("gateway.loop..")));
    }

    private static ArchRule lettuce(House house) {
        return only(
                house,
                JavaClass.Predicates.resideInAPackage("io.lettuce.."),
                house.classesIn("gateway..redis..")
                        .or(house.classesIn("gateway..").and(topLevelNameMatches("Redis\\w*"))));
    }

    /** The services: the launcher runs and the load program measures what they are made of, so both may know it. */
    private static ArchRule only(
            House house, DescribedPredicate<JavaClass> technology, DescribedPredicate<JavaClass> places) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.inAny("events..", "access..", "command..", "gateway..", "query..", "tools.."))
                .and(DescribedPredicate.not(places))
                .and()
                .areNotMetaAnnotatedWith(Configuration.class)
                .should()
                .dependOnClassesThat(technology);
    }

    /**
     * In the command side the store's package as a whole. In the query side the machinery of projections, and what is
     * a part of a projection: a package-private class beside it. Everywhere stores and queries, by their name.
     */
    private static DescribedPredicate<JavaClass> storesProjectionsAndQueries(House house) {
        // query.admission shares the pool of connections out
        return house.classesIn("command.eventstore..", "query.projection..", "query.admission..")
                .or(house.classesIn("command..", "query..").and(topLevelNameMatches("\\w*(Store|Projection|Queries)")))
                .or(house.classesIn("query..").and(isPartOfAProjection()))
                .as("stores, projections and queries");
    }

    private static DescribedPredicate<JavaClass> isPartOfAProjection() {
        return DescribedPredicate.describe(
                "is part of a projection",
                type -> !type.getModifiers().contains(JavaModifier.PUBLIC)
                        && type.getPackage().getClasses().stream()
                                .anyMatch(beside -> beside.getSimpleName().endsWith("Projection")));
    }

    private static DescribedPredicate<JavaClass> topLevelNameMatches(String pattern) {
        return DescribedPredicate.describe("outermost class is named " + pattern, type -> {
            JavaClass outermost = type;
            while (outermost.getEnclosingClass().isPresent()) {
                outermost = outermost.getEnclosingClass().get();
            }
            return outermost.getSimpleName().matches(pattern);
        });
    }
}
