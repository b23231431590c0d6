package tidings.events;

import java.util.List;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** One of each event about a channel and its members, as its golden file shows it. */
final class ChannelExamples {

    static final List<Object> ALL = List.of(
            new ChannelEvent.ChannelOpened("general", null, Visibility.PUBLIC),
            new ChannelEvent.MemberJoined(ExampleIds.ACCOUNT, Role.OWNER),
            new ChannelEvent.MemberLeft(ExampleIds.ACCOUNT),
            new ChannelEvent.ChannelRenamed("lounge"),
            new ChannelEvent.TopicChanged("Tea"),
            new ChannelEvent.DescriptionChanged(null),
            new ChannelEvent.ChannelArchived(),
            new ChannelEvent.ChannelUnarchived(),
            new ChannelEvent.SlowModeSet(30),
            new ChannelEvent.AnnouncementModeSet(true),
            new ChannelEvent.GuestsReadOnlySet(true),
            new ChannelEvent.RoleChanged(ExampleIds.ACCOUNT, Role.MODERATOR),
            new ChannelEvent.MemberBanned(ExampleIds.ACCOUNT),
            new ChannelEvent.MemberUnbanned(ExampleIds.ACCOUNT));

    private ChannelExamples() {}
}
