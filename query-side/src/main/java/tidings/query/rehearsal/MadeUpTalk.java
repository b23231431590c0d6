package tidings.query.rehearsal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidings.events.RecordedEvent;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;

/** Channels full of people who do not exist, and what they say to one another. */
final class MadeUpTalk {

    private static final int CHANNELS = 50;
    private static final int MEMBERS = 4;
    private static final int WORDS = 16;
    /** One message in so many answers the one before. */
    private static final int REPLY = 5;

    private static final List<String> VOCABULARY = Stream.of(
                    "the build is green again after lunch who broke https://example.org/runs/42 yesterday",
                    "Straße naïve 東京 café running tests tested tester release notes please review my change",
                    "to *bold* `code` deploys 2026 servers quickly thanks 👍 meeting moved until Friday and",
                    "maybe somebody else knows why messages arrive twice in staging")
            .flatMap(line -> Stream.of(line.split(" ")))
            .toList();

    private final RandomGenerator random;
    private final List<MadeUpChannel> channels;

    MadeUpTalk(RandomGenerator random, Instant at) {
        this.random = random;
        this.channels = Stream.generate(() -> new MadeUpChannel(id(), members(), at))
                .limit(CHANNELS)
                .toList();
    }

    /** Has to come first, and once. */
    List<RecordedEvent<ChannelEvent>> openings() {
        return channels.stream()
                .flatMap(channel -> channel.opened(sentence()).stream())
                .toList();
    }

    List<RecordedEvent<ChannelEvent>> posts(int count) {
        return random.ints(count, 0, CHANNELS)
                .mapToObj(channels::get)
                .map(channel -> channel.posted(id(), random.nextInt(MEMBERS), sentence(), random.nextInt(REPLY) == 0))
                .toList();
    }

    private List<AccountId> members() {
        return Stream.generate(() -> new AccountId(id())).limit(MEMBERS).toList();
    }

    private String sentence() {
        return random.ints(WORDS, 0, VOCABULARY.size())
                .mapToObj(VOCABULARY::get)
                .collect(Collectors.joining(" "));
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
