package tidings.tools.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tidings.events.emoji.Emoji;
import tidings.tools.slack.EmojiNames;
import tidings.tools.slack.SlackMessage;
import tidings.tools.slack.SlackReaction;

/** Turns the reactions to a message into what the command side imports, within its bounds. */
final class ReactionMapping {

    private static final int MAX_EMOJI = 50;
    private static final int MAX_PEOPLE = 1_000;

    private final SlackAccounts accounts;
    private final Tally tally;

    ReactionMapping(SlackAccounts accounts, Tally tally) {
        this.accounts = accounts;
        this.tally = tally;
    }

    /** Names of one emoji count as one reaction, as "+1" and "thumbsup" do. */
    List<ImportsApi.Reaction> of(SlackMessage message) {
        Map<String, Set<String>> byEmoji = new LinkedHashMap<>();
        for (SlackReaction reaction : message.reactions()) {
            tally.left(
                    Tally.REACTION,
                    "PERSON_NOT_NAMED",
                    reaction.count() - reaction.users().size());
            String emoji = Emoji.canonical(EmojiNames.render(reaction.name())).orElse("");
            if (emoji.isEmpty()) {
                tally.left(Tally.REACTION, "NO_EMOJI", reaction.users().size());
            } else {
                people(reaction, byEmoji.computeIfAbsent(emoji, name -> new LinkedHashSet<>()));
            }
        }
        List<ImportsApi.Reaction> reactions = new ArrayList<>();
        byEmoji.forEach((emoji, people) -> {
            int kept = reactions.size() == MAX_EMOJI ? 0 : Math.min(people.size(), MAX_PEOPLE);
            tally.left(Tally.REACTION, "TOO_MANY", people.size() - kept);
            if (kept > 0) {
                reactions.add(new ImportsApi.Reaction(
                        emoji, people.stream().limit(kept).toList()));
            }
        });
        return reactions;
    }

    private void people(SlackReaction reaction, Set<String> people) {
        for (String user : reaction.users()) {
            String account = accounts.find(user);
            if (account == null) {
                tally.left(Tally.REACTION, "NO_ACCOUNT", 1);
            } else if (!people.add(account)) {
                tally.left(Tally.REACTION, "REPEATED", 1);
            }
        }
    }
}
