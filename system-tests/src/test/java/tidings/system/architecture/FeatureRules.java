package tidings.system.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static tidings.system.architecture.Rule.rule;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestBody;

/** How the command side's features and its HTTP edge divide the work. */
final class FeatureRules {

    private FeatureRules() {}

    static Stream<Rule> rules() {
        return Stream.of(
                rule("R3 the HTTP edge knows no feature", FeatureRules::edgeKnowsNoFeature, "command.web.Feeder"),
                rule(
                        "R11 controllers live beside their feature's decisions",
                        FeatureRules::controllersInFeatures,
                        "command.web.FeedingController"),
                rule(
                        "R11 a request is public only where another feature takes it too",
                        house -> classes().that(house.classesIn("command..")).should(takeRequestsThatAreTheirOwn()),
                        "command.barn.NewBarn"));
    }

    /** It knows who calls, and the vocabulary in which decisions are refused. */
    private static ArchRule edgeKnowsNoFeature(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.in("command.web.."))
                .should()
                .dependOnClassesThat(house.classesIn("command.*..")
                        .and(DescribedPredicate.not(house.classesIn("command.web..", "command.dispatch.."))));
    }

    private static ArchRule controllersInFeatures(House house) {
        return noClasses()
                .that()
                .areMetaAnnotatedWith(Controller.class)
                .and()
                .areNotAssignableTo(ErrorController.class)
                .should()
                .resideInAPackage(house.in("command.web.."));
    }

    private static ArchCondition<JavaClass> takeRequestsThatAreTheirOwn() {
        return new ArchCondition<>("take requests that are package-private, nested, or shared with another feature") {
            @Override
            public void check(JavaClass controller, ConditionEvents events) {
                requestsOf(controller)
                        .filter(FeatureRules::isVisibleToAll)
                        .filter(request -> request.getPackage().equals(controller.getPackage()))
                        .filter(request -> !isTakenElsewhere(request))
                        .forEach(request -> events.add(SimpleConditionEvent.violated(
                                request, request.getName() + " is public, and only its own feature takes it")));
            }
        };
    }

    private static Stream<JavaClass> requestsOf(JavaClass controller) {
        return controller.getMethods().stream()
                .map(JavaMethod::getParameters)
                .flatMap(parameters -> parameters.stream())
                .filter(parameter -> parameter.isAnnotatedWith(RequestBody.class))
                .map(parameter -> parameter.getRawType());
    }

    private static boolean isVisibleToAll(JavaClass type) {
        return type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.getEnclosingClass().map(FeatureRules::isVisibleToAll).orElse(true);
    }

    private static boolean isTakenElsewhere(JavaClass request) {
        return request.getDirectDependenciesToSelf().stream()
                .map(dependency -> dependency.getOriginClass().getPackage())
                .anyMatch(user -> !user.equals(request.getPackage()));
    }
}
