package tidings.system.sources;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One rule about a single source file.
 *
 * @param violations what is wrong with the file: one line each, empty when nothing is
 * @param counterExample a file that breaks it
 */
record SourceRule(String name, Function<SourceFile, List<String>> violations, SourceFile counterExample) {

    static final int LONGEST_FILE = 300;
    static final int LONGEST_METHOD = 40;

    private static final Pattern GRAB_BAG = Pattern.compile(
            "/(utils?|commons?|core|impl|dtos?|services?|managers?|helpers?|misc)/(?=.*\\.(java|tsx?)$)");
    private static final Pattern LEFT_UNDONE = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b");
    private static final Pattern ONLY_FOR_TESTS =
            Pattern.compile("TIDINGS_TEST|tidings\\.test-|[tT]est-?[eE]ndpoint|ws-echo|EchoHandler|[Rr]ehears"
                    + "|(class|record|enum|interface) (Fake|Mock|Stub|StandIn|Wrong|MadeUp|Dummy)\\w*");
    private static final Pattern OF_A_SERVICE = Pattern.compile(
            "(access-tokens|command-contract|command-side|events|query-side|realtime-gateway)/src/main/.*");
    private static final Pattern NOT_NAMED_EXCEPTION =
            Pattern.compile("class (?!\\w*Exception\\b)\\w+ extends \\w*Exception\\b");
    private static final Pattern BOUND_BY_THE_CLOCK =
            Pattern.compile("\\.(atMost|timeout)\\(Duration\\.of(Millis|Seconds)\\("
                    + "|\\.(get|join|await|waitFor|orTimeout|awaitTermination)\\([1-8]?\\d, ?([\\w.]*\\.)?(MILLI)?SECONDS\\)"
                    + "|@Timeout\\([1-8]?\\d\\)");
    private static final Pattern ASKS_FOR_SPEED = Pattern.compile("assertTime"
            + "out|nanoTime\\(\\)[^;]*\\.is(LessThan|Between)|\\.is(LessThan|Between)\\w*\\(\\s*Duration\\.");
    static final List<SourceRule> ALL = List.of(
            new SourceRule(
                    "no file has more than " + LONGEST_FILE + " lines",
                    file -> when(
                            file.lines().size() > LONGEST_FILE, file.lines().size() + " lines"),
                    java("a/Long.java", "// one more\n".repeat(LONGEST_FILE + 1))),
            new SourceRule(
                    "no method has more than " + LONGEST_METHOD + " lines",
                    file -> file.isJava() ? longMethods(file) : List.of(),
                    java("a/Long.java", "class Long { void endless() {" + "\n;".repeat(LONGEST_METHOD) + "} }")),
            new SourceRule(
                    "no package is a grab-bag",
                    file -> when(GRAB_BAG.matcher("/" + file.path()).find(), "a folder without a subject"),
                    java("a/src/main/java/tidings/a/util/Strings.java", "")),
            new SourceRule(
                    "nothing is left undone",
                    file -> when(LEFT_UNDONE.matcher(file.text()).find(), "a note of something left undone"),
                    java("a/Later.java", "// TO" + "DO: everything")),
            new SourceRule(
                    "no test sleeps",
                    file -> when(
                            file.path().contains("/src/test/java/")
                                    && file.text().contains("Thread" + ".sleep("),
                            "sleeps instead of awaiting a condition"),
                    java("a/src/test/java/tidings/a/SleepyTest.java", "Thread" + ".sleep(1);")),
            new SourceRule(
                    "no wait of a test is bounded by the clock",
                    file -> when(
                            file.path().contains("/src/test/java/")
                                    && BOUND_BY_THE_CLOCK.matcher(file.text()).find(),
                            "waits for a number of seconds instead of for as long as something moves"),
                    java("a/src/test/java/tidings/a/HastyTest.java", "await().at" + "Most(Duration.ofSeconds(5));")),
            new SourceRule(
                    "a service holds nothing that only tests need",
                    file -> when(
                            isOfAService(file)
                                    && ONLY_FOR_TESTS.matcher(file.text()).find(),
                            "knows of tests"),
                    java(
                            "command-side/src/main/java/tidings/command/WrongClock.java",
                            "final class Wrong" + "Clock {}")),
            new SourceRule(
                    "an exception is named one",
                    file -> when(
                            file.path().contains("/src/main/java/")
                                    && NOT_NAMED_EXCEPTION.matcher(file.text()).find(),
                            "an exception whose name does not end in Exception"),
                    java("query-side/src/main/java/tidings/query/Gap.java", "class Gap extends RuntimeException {}")),
            new SourceRule(
                    "no test asks how fast the machine is",
                    file -> when(
                            file.path().contains("/src/test/java/")
                                    && ASKS_FOR_SPEED.matcher(file.text()).find(),
                            "asserts that something takes less than a number of seconds"),
                    java(
                            "a/src/test/java/tidings/a/RacingTest.java",
                            "assertThat(took).isLess" + "Than(Duration.ofSeconds(1));")),
            new SourceRule(
                    "no Lombok, no Mockito",
                    file -> when(
                            file.isJava() && file.text().matches("(?s).*import (static )?(lombok|org\\.mockito)\\..*"),
                            "imports what the house does without"),
                    java("a/Magic.java", "import lo" + "mbok.Data;")));

    private static boolean isOfAService(SourceFile file) {
        return OF_A_SERVICE.matcher(file.path()).matches();
    }

    private static SourceFile java(String path, String text) {
        return new SourceFile(path, text);
    }

    private static List<String> longMethods(SourceFile file) {
        return Methods.of(file).stream()
                .filter(method -> method.lines() > LONGEST_METHOD)
                .map(method -> method.name() + " has " + method.lines() + " lines")
                .toList();
    }

    private static List<String> when(boolean wrong, String what) {
        return wrong ? List.of(what) : List.of();
    }
}
