package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;

/**
 * A thread that nobody looks after ends for good at its first unexpected exception, and so does a task of a scheduled
 * executor. Long-lived work goes through the one mechanism that survives, counts and tells the node's health.
 */
final class BackgroundRules {

    private static final String CONSTRUCTOR = "<init>";

    private static final Map<Class<?>, Set<String>> BEGINNINGS = Map.of(
            Thread.class, Set.of(CONSTRUCTOR, "startVirtualThread"),
            Thread.Builder.class, Set.of("start", "unstarted"),
            Timer.class, Set.of(CONSTRUCTOR),
            Executors.class, Set.of("newScheduledThreadPool", "newSingleThreadScheduledExecutor"),
            ScheduledThreadPoolExecutor.class, Set.of(CONSTRUCTOR),
            ScheduledExecutorService.class, Set.of("schedule", "scheduleAtFixedRate", "scheduleWithFixedDelay"));

    private BackgroundRules() {}

    static Stream<Rule> rules() {
        return Stream.of(rule(
                "R13 the command side begins long-lived work as background tasks only",
                BackgroundRules::noneBesideTheMechanism,
                "command.barn.Rooster.crow",
                "command.barn.Rooster.everyMorning"));
    }

    private static ArchRule noneBesideTheMechanism(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("command.."))
                .and()
                .resideOutsideOfPackages(house.inAny("command.background.."))
                .should()
                .callCodeUnitWhere(beginsLongLivedWork())
                .orShould()
                .beAnnotatedWith("org.springframework.scheduling.annotation.EnableScheduling");
    }

    private static DescribedPredicate<JavaCall<?>> beginsLongLivedWork() {
        return DescribedPredicate.describe(
                "begins a thread, or a task of a scheduled executor",
                call -> BEGINNINGS.entrySet().stream().anyMatch(type -> begins(call, type.getKey(), type.getValue())));
    }

    private static boolean begins(JavaCall<?> call, Class<?> type, Set<String> names) {
        return call.getTargetOwner().isAssignableTo(type)
                && names.contains(call.getTarget().getName());
    }
}
