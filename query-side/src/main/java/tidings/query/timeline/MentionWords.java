package tidings.query.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.events.account.AccountId;
import tidings.events.channel.Mentions;

/** Mentions as a column keeps them: {@code @channel}, {@code @here} and the ids of accounts, between spaces. */
final class MentionWords {

    private static final String CHANNEL = "@channel";
    private static final String HERE = "@here";

    private MentionWords() {}

    /** Null for nobody. */
    static @Nullable String write(@Nullable Mentions mentions) {
        if (mentions == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        if (mentions.channel()) {
            words.add(CHANNEL);
        }
        if (mentions.here()) {
            words.add(HERE);
        }
        mentions.accountIds().forEach(account -> words.add(account.toString()));
        return words.isEmpty() ? null : String.join(" ", words);
    }

    static Mentions read(@Nullable String words) {
        List<String> all = words == null ? List.of() : List.of(words.split(" "));
        return new Mentions(
                all.stream()
                        .filter(word -> !word.startsWith("@"))
                        .map(AccountId::parse)
                        .toList(),
                all.contains(CHANNEL),
                all.contains(HERE));
    }
}
