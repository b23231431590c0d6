package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/** Nothing may block where event loops run. */
final class BlockingRules {

    private static final Map<Class<?>, Set<String>> BLOCKING = Map.of(
            Thread.class, Set.of("sleep", "join"),
            Future.class, Set.of("get"),
            CompletableFuture.class, Set.of("join"),
            CountDownLatch.class, Set.of("await"),
            Semaphore.class, Set.of("acquire"),
            BlockingQueue.class, Set.of("take", "put"),
            java.net.http.HttpClient.class, Set.of("send"),
            io.netty.util.concurrent.Future.class,
                    Set.of("sync", "syncUninterruptibly", "await", "awaitUninterruptibly"));

    private BlockingRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule("R9 nothing in gateway.socket blocks", BlockingRules::nothingBlocks, "gateway.socket.Sleeper"));
    }

    private static ArchRule nothingBlocks(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("gateway.socket.."))
                .should()
                .callMethodWhere(isBlockingCall())
                .orShould()
                .dependOnClassesThat(JavaClass.Predicates.resideInAnyPackage(
                        "java.sql..", "javax.sql..", "org.springframework.jdbc..", "io.lettuce.core.api.sync.."))
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("BlockingStub");
    }

    /** All but the server's own start and stop, which Spring's lifecycle calls on a thread of its own. */
    private static DescribedPredicate<JavaMethodCall> isBlockingCall() {
        return DescribedPredicate.describe("blocks", call -> {
            boolean lifecycle = call.getOriginOwner().isAssignableTo("org.springframework.context.Lifecycle")
                    && Set.of("start", "stop").contains(call.getOrigin().getName());
            return !lifecycle && blocks(call);
        });
    }

    private static boolean blocks(JavaAccess<?> call) {
        return BLOCKING.entrySet().stream()
                .anyMatch(type -> call.getTargetOwner().isAssignableTo(type.getKey())
                        && type.getValue().contains(call.getTarget().getName()));
    }
}
