package tidings.command.channel.markdown;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names behind an {@code @} in the text of a body, in lower case and each once; at most {@link #MAX} of them. What is
 * code, link, address or escaped by a backslash calls nobody: see {@link ShownText} and {@link NameScanner}.
 *
 * @param people each with its possible readings, the longest first: the dot in {@code @ada.} may end the sentence
 * @param channel whether {@code @channel} is among them
 * @param here whether {@code @here} is among them
 */
public record MentionedNames(List<List<String>> people, boolean channel, boolean here) {

    static final int MAX = 50;

    private static final MentionedNames NONE = new MentionedNames(List.of(), false, false);
    private static final Pattern RUN = Pattern.compile("(.)\\1*+\\z");
    private static final Pattern TRAILING = Pattern.compile("[._-]++\\z");
    private static final int MAX_READINGS = 5;

    public static MentionedNames in(String body) {
        if (body.indexOf('@') < 0 && body.indexOf(NameScanner.WIDE_AT) < 0) {
            return NONE;
        }
        Set<String> names = new LinkedHashSet<>();
        for (String piece : ShownText.pieces(body)) {
            NameScanner.addNamesOf(piece, names);
        }
        return of(names.stream().limit(MAX).toList());
    }

    private static MentionedNames of(List<String> names) {
        List<List<String>> people = new ArrayList<>();
        boolean channel = false;
        boolean here = false;
        for (String name : names) {
            String bare = TRAILING.matcher(name).replaceAll("");
            switch (bare) {
                case "channel" -> channel = true;
                case "here" -> here = true;
                default -> people.add(readings(name, bare));
            }
        }
        return new MentionedNames(List.copyOf(people), channel, here);
    }

    /** {@code a_.} may be a_., a_ or a: each end that is a run of one character may belong to the sentence. */
    private static List<String> readings(String name, String bare) {
        List<String> readings = new ArrayList<>();
        String reading = name;
        while (reading.length() > bare.length() && readings.size() < MAX_READINGS - 1) {
            readings.add(reading);
            reading = RUN.matcher(reading).replaceFirst("");
        }
        readings.add(bare);
        return List.copyOf(readings);
    }

    public boolean isEmpty() {
        return people.isEmpty() && !channel && !here;
    }
}
