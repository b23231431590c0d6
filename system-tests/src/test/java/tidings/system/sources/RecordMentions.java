package tidings.system.sources;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Mentions of decision records.
 *
 * @param numbers of the records that there are, with four digits
 * @param index the index of the records, in which the earlier numbers are listed
 */
record RecordMentions(Set<String> numbers, String index) {

    private static final Pattern MENTION = Pattern.compile("\\bADR-(\\d+)");
    private static final Pattern EARLIER_FORM =
            Pattern.compile("\\b(?:ADRs?|records?) \\[?(\\d{2,4})\\b(?: and (\\d{2,4})|, (\\d{2,4}))?");

    /** What a text mentions that is no record. Migrations must not change: they cite the numbers that were. */
    List<String> wrong(SourceFile file) {
        Stream<String> unknown = groups(MENTION, file).filter(number -> !numbers.contains(number));
        Stream<String> earlier = groups(EARLIER_FORM, file)
                .filter(number -> !isMigration(file) || !index.contains("%04d".formatted(Integer.parseInt(number))));
        return Stream.concat(unknown, earlier).toList();
    }

    private static boolean isMigration(SourceFile file) {
        return file.path().contains("/resources/db/");
    }

    private static Stream<String> groups(Pattern pattern, SourceFile file) {
        return pattern.matcher(file.text()).results().flatMap(RecordMentions::groups);
    }

    private static Stream<String> groups(MatchResult match) {
        return Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                .flatMap(group -> Stream.ofNullable(match.group(group)));
    }
}
