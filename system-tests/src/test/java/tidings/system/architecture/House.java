package tidings.system.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;

/**
 * Where the modules' packages begin. The rules are written once and hold for the real house as well as for the
 * badly built one among the tests.
 */
record House(String root) {

    static final House TIDINGS = new House("tidings");
    static final House BADLY_BUILT = new House("tidings.system.violations");

    /** A package pattern of ArchUnit's, relative to the house. */
    String in(String pattern) {
        return root + "." + pattern;
    }

    String[] inAny(String... patterns) {
        return Arrays.stream(patterns).map(this::in).toArray(String[]::new);
    }

    DescribedPredicate<JavaClass> classesIn(String... patterns) {
        return JavaClass.Predicates.resideInAnyPackage(inAny(patterns));
    }
}
