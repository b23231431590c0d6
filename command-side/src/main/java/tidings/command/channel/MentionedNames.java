package tidings.command.channel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names behind an {@code @} in a body, outside of code, in lower case and each once; at most {@link #MAX} of them.
 *
 * @param people each with its possible readings, the longest first: the dot in {@code @ada.} may end the sentence
 * @param channel whether {@code @channel} is among them
 * @param here whether {@code @here} is among them
 */
record MentionedNames(List<List<String>> people, boolean channel, boolean here) {

    static final int MAX = 50;

    private static final MentionedNames NONE = new MentionedNames(List.of(), false, false);
    private static final Pattern CODE = Pattern.compile("```.*?(?:```|\\z)|`[^`\\n]++`", Pattern.DOTALL);
    private static final Pattern NAME =
            Pattern.compile("(?<![\\p{L}\\p{N}_.@/-])@([A-Za-z0-9][A-Za-z0-9._-]{0,39}+)(?![A-Za-z0-9])");
    private static final Pattern TRAILING = Pattern.compile("[._-]++\\z");

    static MentionedNames in(String body) {
        if (body.indexOf('@') < 0) {
            return NONE;
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher found = NAME.matcher(CODE.matcher(body).replaceAll(" "));
        while (found.find() && names.size() < MAX) {
            names.add(found.group(1).toLowerCase(Locale.ROOT));
        }
        List<List<String>> people = new ArrayList<>();
        boolean channel = false;
        boolean here = false;
        for (String name : names) {
            String bare = TRAILING.matcher(name).replaceAll("");
            switch (bare) {
                case "channel" -> channel = true;
                case "here" -> here = true;
                default -> people.add(bare.equals(name) ? List.of(name) : List.of(name, bare));
            }
        }
        return new MentionedNames(List.copyOf(people), channel, here);
    }

    boolean isEmpty() {
        return people.isEmpty() && !channel && !here;
    }
}
