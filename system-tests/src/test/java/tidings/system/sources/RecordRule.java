package tidings.system.sources;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What every architecture decision record has. */
record RecordRule(String name, Predicate<String> holds, String counterExample) {

    private static final Pattern HEADINGS = Pattern.compile(
            "# \\d+\\. [^\n]+\n\n- Status: [^\n]+\n- Date: \\d{4}-\\d\\d-\\d\\d\n\n## Context\n.+\n## Options\n.+\n## Decision\n.+"
                    + "\n## Consequences\n.+\n## Confirmation\n.+",
            Pattern.DOTALL);
    private static final Pattern ANY_HEADING = Pattern.compile("(?m)^## ");
    private static final int HEADINGS_OF_A_RECORD = 5;
    private static final Pattern STATUS = Pattern.compile(
            "(?m)^- Status: (accepted|rejected|superseded by \\[ADR-\\d{4}]\\(\\d{4}-[a-z0-9-]+\\.md\\))$");
    private static final Pattern TEST =
            Pattern.compile("(?s)\n## Confirmation\n.*`[^`]*(\\w(Test|IT)\\b|\\.test\\.tsx?|\\.spec\\.ts)[^`]*`.*");

    static final List<RecordRule> ALL = List.of(
            new RecordRule(
                    "has the headings, in their order, and no others",
                    text -> HEADINGS.matcher(text).matches()
                            && ANY_HEADING.matcher(text).results().count() == HEADINGS_OF_A_RECORD,
                    "# 1. Something\n\n- Status: accepted\n- Date: 2026-11-24\n\n## Context\nNone.\n\n## Decision\nNone.\n"),
            new RecordRule(
                    "has a status", text -> STATUS.matcher(text).find(), "- Status: accepted (adds to another)\n"),
            new RecordRule(
                    "names the test that confirms it",
                    text -> TEST.matcher(text).find(),
                    "\n## Confirmation\nWe believe in `Channel`.\n"));
}
