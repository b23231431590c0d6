package tidings.system.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * One rule of the house.
 *
 * @param name its number and what it says
 * @param in builds it for a house
 * @param counterExamples members of the badly built house that it must find, relative to that house's root
 */
record Rule(String name, Function<House, ArchRule> in, List<String> counterExamples) {

    static Rule rule(String name, Function<House, ArchRule> in, String... counterExamples) {
        return new Rule(name, in, List.of(counterExamples));
    }

    @Override
    public String toString() {
        return name;
    }
}
