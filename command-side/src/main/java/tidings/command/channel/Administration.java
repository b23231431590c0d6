package tidings.command.channel;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tidings.command.channel.ChannelCommand.ChangeSettings.Wording;
import tidings.command.dispatch.CommandRefusedException;
import tidings.command.dispatch.RejectionCode;
import tidings.events.account.AccountId;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelId;

/** Decides about what is set for the whole channel. */
record Administration(ChannelState state, ChannelId id) {

    Verdict change(ChannelCommand.ChangeSettings command, AccountId actor, ChannelNames names) {
        require(command, actor);
        Settings now = state.settings();
        List<ChannelEvent> events = new ArrayList<>();
        add(events, command.name(), now.name(), ChannelEvent.ChannelRenamed::new);
        add(events, command.topic(), new Wording(now.topic()), topic -> new ChannelEvent.TopicChanged(topic.text()));
        add(
                events,
                command.description(),
                new Wording(now.description()),
                description -> new ChannelEvent.DescriptionChanged(description.text()));
        add(events, command.slowModeSeconds(), now.slowModeSeconds(), ChannelEvent.SlowModeSet::new);
        add(events, command.announcement(), now.announcement(), ChannelEvent.AnnouncementModeSet::new);
        add(events, command.guestsReadOnly(), now.guestsReadOnly(), ChannelEvent.GuestsReadOnlySet::new);
        String name = command.name();
        if (name != null
                && !name.equals(now.name())
                && !names.reserveName(name, id).equals(id)) {
            throw new CommandRefusedException(
                    RejectionCode.CONFLICT, "that channel name is taken, or looks like one that is");
        }
        return events.isEmpty() ? Verdict.already(state.head()) : new Verdict(events, null, null);
    }

    private void require(ChannelCommand.ChangeSettings command, AccountId actor) {
        state.members.require(actor, state.visibility());
        if (command.name() != null) {
            state.require(actor, Act.RENAME);
        }
        if (command.topic() != null || command.description() != null) {
            state.require(actor, Act.DESCRIBE);
        }
        if (command.slowModeSeconds() != null || command.announcement() != null || command.guestsReadOnly() != null) {
            state.require(actor, Act.SET_RULES);
        }
    }

    private static <T> void add(
            List<ChannelEvent> events, @Nullable T wanted, @Nullable T now, Function<T, ChannelEvent> event) {
        if (wanted != null && !Objects.equals(wanted, now)) {
            events.add(event.apply(wanted));
        }
    }
}
