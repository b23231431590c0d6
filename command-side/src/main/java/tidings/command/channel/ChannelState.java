package tidings.command.channel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.Members.Member;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Visibility;

/** What a channel has to remember to decide, made of its events alone; bounded in all but its members (ADR-0010). */
final class ChannelState {

    private static final EventPosition NOTHING_YET = new EventPosition(-1, Instant.EPOCH);

    final Members members = new Members();
    final RecentMessages messages = new RecentMessages();
    final RecentReactions reactions = new RecentReactions();
    final Pins pins = new Pins();
    final PostingTimes postingTimes = new PostingTimes();
    private Settings settings = Settings.NONE;
    private @Nullable AccountId openedBy;
    private EventPosition opened = NOTHING_YET;
    private EventPosition head = NOTHING_YET;

    /** As it was when a snapshot was taken; what is in the collections is put there by the caller. */
    void restore(Settings before, @Nullable AccountId opener, EventPosition openedAt, EventPosition headAt) {
        settings = before;
        openedBy = opener;
        opened = openedAt;
        head = headAt;
    }

    Settings settings() {
        return settings;
    }

    @Nullable Visibility visibility() {
        return settings.visibility();
    }

    /** Null before the channel was opened. */
    @Nullable AccountId openedBy() {
        return openedBy;
    }

    EventPosition opened() {
        return opened;
    }

    EventPosition head() {
        return head;
    }

    /** Its room in the cache, in units of about 500 bytes. */
    int weight() {
        return 1
                + members.size() / 4
                + messages.size()
                + reactions.size() / 2
                + (pins.size() + postingTimes.size()) / 8;
    }

    /** The actor's membership; refuses strangers, whoever may not do it, and what an archived channel does not take. */
    Member require(AccountId actor, Act act) {
        Member member = members.require(actor, visibility());
        if (!allows(member, act)) {
            throw new CommandRefusedException(RejectionCode.FORBIDDEN, act.refusal());
        }
        if (settings.archived() && !act.isPossibleWhileArchived()) {
            throw new CommandRefusedException(RejectionCode.CONFLICT, "the channel is archived");
        }
        return member;
    }

    boolean allows(Member member, Act act) {
        return act.isAllowedTo(member.role(), settings);
    }

    void apply(ChannelEvent event, AccountId actor, EventPosition position) {
        head = position;
        switch (event) {
            case ChannelEvent.ChannelOpened e -> {
                settings = Settings.of(e);
                openedBy = actor;
                opened = position;
            }
            case ChannelEvent.ChannelSetting e -> {
                settings = settings.after(e);
                if (settings.slowModeSeconds() == 0) {
                    postingTimes.clear();
                }
            }
            case ChannelEvent.MemberJoined e -> members.put(new Member(e.memberId(), e.role(), position));
            case ChannelEvent.MemberLeft e -> members.leave(e.memberId());
            case ChannelEvent.RoleChanged e -> members.changeRole(e.memberId(), e.role(), position);
            case ChannelEvent.MemberBanned e -> members.ban(e.memberId(), position);
            case ChannelEvent.MemberUnbanned e -> members.unban(e.memberId());
            case ChannelEvent.MessagePosted e -> posted(e, actor, position);
            case ChannelEvent.MessageImported e -> imported(e, actor, position);
            case ChannelEvent.MessageEdited e -> messages.edited(e.messageId(), e.body(), position);
            case ChannelEvent.MessageDeleted e -> {
                messages.deleted(e.messageId(), position);
                pins.unpin(e.messageId());
            }
            case ChannelEvent.ReactionAdded e ->
                reacted(new Reaction(e.messageId(), actor, e.emoji()), new ReactionState(true, position));
            case ChannelEvent.ReactionRemoved e ->
                reacted(new Reaction(e.messageId(), actor, e.emoji()), new ReactionState(false, position));
            case ChannelEvent.MessagePinned e -> pins.pin(e.messageId(), position);
            case ChannelEvent.MessageUnpinned e -> pins.unpin(e.messageId());
        }
    }

    private void posted(ChannelEvent.MessagePosted event, AccountId author, EventPosition position) {
        ContentDigest body = ContentDigest.ofBody(event.body());
        messages.wrote(
                new LoggedMessage(event.messageId(), author, position),
                event.clientMessageId(),
                event.threadRoot(),
                MessageContent.of(event, body),
                body);
        if (settings.slowModeSeconds() > 0) {
            postingTimes.posted(author, position.at(), settings.slowMode());
        }
    }

    private void imported(ChannelEvent.MessageImported event, AccountId author, EventPosition position) {
        messages.wrote(
                new LoggedMessage(event.messageId(), author, position),
                event.clientMessageId(),
                event.replyTo(),
                null,
                ContentDigest.ofBody(event.body()));
    }

    private void reacted(Reaction reaction, ReactionState state) {
        boolean before = reactions.find(reaction).map(ReactionState::there).orElse(!state.there());
        if (before != state.there()) {
            messages.reacted(reaction.messageId(), reaction.emoji(), state.there() ? 1 : -1);
        }
        reactions.reacted(reaction, state);
    }
}
