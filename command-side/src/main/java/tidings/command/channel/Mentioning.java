package tidings.command.channel;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.Members.Member;
import tidings.command.channel.markdown.MentionedNames;
import tidings.events.account.AccountId;
import tidings.events.channel.Mentions;
import tidings.events.channel.Visibility;

/** Whom a body mentions: people who can read it, and nobody else. Other names are plain text. */
record Mentioning(ChannelState state, Directory directory) {

    /** Null when the body mentions nobody. */
    @Nullable Mentions of(String body, Member author) {
        MentionedNames names = MentionedNames.in(body);
        if (names.isEmpty()) {
            return null;
        }
        boolean all = state.allows(author, Act.MENTION_ALL);
        Mentions mentions = new Mentions(people(names.people()), all && names.channel(), all && names.here());
        return mentions.accountIds().isEmpty() && !mentions.channel() && !mentions.here() ? null : mentions;
    }

    private List<AccountId> people(List<List<String>> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        Map<String, AccountId> known =
                directory.named(names.stream().flatMap(List::stream).toList());
        Set<AccountId> people = new LinkedHashSet<>();
        names.forEach(readings -> readings.stream()
                .flatMap(reading -> Stream.ofNullable(known.get(reading)))
                .filter(this::reads)
                .findFirst()
                .ifPresent(people::add));
        return List.copyOf(people);
    }

    private boolean reads(AccountId account) {
        Optional<Member> member = state.members.find(account);
        return member.isPresent()
                || (state.visibility() == Visibility.PUBLIC
                        && state.members.banOf(account).isEmpty());
    }
}
