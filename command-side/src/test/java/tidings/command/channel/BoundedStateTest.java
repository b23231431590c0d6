package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static tidings.command.channel.MessagesTest.account;
import static tidings.command.channel.MessagesTest.message;
import static tidings.command.channel.Scene.CHANNEL;
import static tidings.command.channel.Scene.NOW;
import static tidings.command.channel.Scene.OWNER;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.ChannelOpened;
import tidings.events.channel.ChannelEvent.MemberBanned;
import tidings.events.channel.ChannelEvent.MemberJoined;
import tidings.events.channel.ChannelEvent.MessageDeleted;
import tidings.events.channel.ChannelEvent.MessagePinned;
import tidings.events.channel.ChannelEvent.MessagePosted;
import tidings.events.channel.ChannelEvent.ReactionAdded;
import tidings.events.channel.ChannelEvent.RoleChanged;
import tidings.events.channel.ChannelEvent.SlowModeSet;
import tidings.events.channel.ClientMessageId;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;
import tools.jackson.databind.json.JsonMapper;

/** A channel's state does not grow with its age, and a snapshot holds all of it. */
class BoundedStateTest {

    private static final Duration SLOW_MODE = Duration.ofSeconds(30);

    private final ChannelState state = new ChannelState();
    private long seq;
    private Instant at = NOW;
    private Duration pace = Duration.ofMillis(10);

    @Test
    void doesNotGrowWithItsAge() {
        open();
        age(2_000);
        int young = state.weight();
        age(20_000);
        assertThat(state.weight()).isEqualTo(young);
        assertThat(state.messages.messages()).hasSize(Window.MOST);
        assertThat(state.reactions.all()).hasSize(Window.MOST);
        assertThat(state.pins.all()).isEmpty();
    }

    @Test
    void remembersLittleOfWhatSettledLongAgo() {
        open();
        age(2_000);
        pace = Duration.ofSeconds(30);
        age(2 * Window.FEWEST);
        assertThat(state.messages.messages()).hasSize(Window.FEWEST);
        assertThat(state.reactions.all()).hasSize(Window.FEWEST);
        assertThat(state.weight()).isLessThan(Window.MOST);
    }

    @Test
    void remembersPostsNoLongerThanSlowModeLooksBack() {
        PostingTimes times = new PostingTimes();
        for (int i = 0; i < 1_000; i++) {
            times.posted(account(i), NOW.plusSeconds(i), SLOW_MODE);
        }
        assertThat(times.size()).isEqualTo(30);
        assertThat(times.waitOf(account(999), NOW.plusSeconds(1_000), SLOW_MODE))
                .isEqualTo(Duration.ofSeconds(29));
        assertThat(times.waitOf(account(1), NOW.plusSeconds(1_000), SLOW_MODE)).isZero();
    }

    @Test
    void remembersPostsOfTenThousandPeopleAtMost() {
        PostingTimes times = new PostingTimes();
        for (int i = 0; i < PostingTimes.MAX + 5; i++) {
            times.posted(account(i), NOW, SLOW_MODE);
        }
        assertThat(times.size()).isEqualTo(PostingTimes.MAX);
        assertThat(times.waitOf(account(4), NOW, SLOW_MODE)).isZero();
        assertThat(times.waitOf(account(5), NOW, SLOW_MODE)).isEqualTo(SLOW_MODE);
    }

    @Test
    void keepsAllOfItInASnapshot() {
        open();
        record(new SlowModeSet(30), OWNER);
        record(new MemberJoined(account(2), Role.MEMBER), OWNER);
        record(new RoleChanged(account(2), Role.OWNER), OWNER);
        record(new MemberBanned(account(3)), OWNER);
        age(700);
        record(new MessagePosted(message(9), new ClientMessageId("9"), "hi", null), account(2));
        record(new MessagePinned(message(9)), OWNER);
        ChannelSnapshot snapshot = ChannelSnapshot.of(CHANNEL, state);
        JsonMapper json = JsonMapper.builder().build();
        byte[] stored = json.writeValueAsBytes(snapshot);
        // the names of what is stored stay as they are
        assertThat(new String(stored, StandardCharsets.UTF_8))
                .contains("\"mark\":{")
                .doesNotContain("position");
        ChannelSnapshot read = json.readValue(stored, ChannelSnapshot.class);
        assertThat(read.restore().snapshot()).isEqualTo(snapshot);
        assertThat(snapshot.pins()).hasSize(1);
        assertThat(snapshot.posts()).isNotEmpty();
        assertThat(snapshot.bans()).hasSize(1);
        assertThat(snapshot.reactionsForgottenUpTo()).isPositive();
    }

    private void open() {
        record(new ChannelOpened("here", null, Visibility.PUBLIC), OWNER);
        record(new MemberJoined(OWNER, Role.OWNER), OWNER);
    }

    /** Messages that are reacted to, pinned and deleted. */
    private void age(int messages) {
        for (int i = 0; i < messages; i++) {
            int number = Math.toIntExact(100 + seq);
            record(new MessagePosted(message(number), new ClientMessageId("k" + number), "hi", null), account(i % 50));
            record(new ReactionAdded(message(number), "emoji" + i), OWNER);
            record(new MessagePinned(message(number)), OWNER);
            record(new MessageDeleted(message(number)), OWNER);
        }
    }

    private void record(ChannelEvent event, AccountId actor) {
        at = at.plus(pace);
        state.apply(event, actor, new EventPosition(seq++, at));
    }
}
