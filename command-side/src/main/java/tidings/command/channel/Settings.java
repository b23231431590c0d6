package tidings.command.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelEvent;
import tidings.events.channel.ChannelEvent.ChannelOpened;
import tidings.events.channel.ChannelEvent.ChannelSetting;
import tidings.events.channel.Visibility;

/**
 * What is set for a whole channel.
 *
 * @param visibility null before the channel was opened
 */
record Settings(
        @Nullable Visibility visibility,
        @Nullable String name,
        @Nullable String topic,
        @Nullable String description,
        boolean archived,
        int slowModeSeconds,
        boolean announcement,
        boolean guestsReadOnly) {

    static final Settings NONE = new Settings(null, null, null, null, false, 0, false, false);

    static Settings of(ChannelOpened opened) {
        return new Settings(opened.visibility(), opened.name(), opened.topic(), null, false, 0, false, false);
    }

    Duration slowMode() {
        return Duration.ofSeconds(slowModeSeconds);
    }

    Settings after(ChannelSetting event) {
        return switch (event) {
            case ChannelEvent.ChannelRenamed e -> with(e.name(), topic, description);
            case ChannelEvent.TopicChanged e -> with(name, e.topic(), description);
            case ChannelEvent.DescriptionChanged e -> with(name, topic, e.description());
            case ChannelEvent.ChannelArchived ignored -> with(true, slowModeSeconds, announcement, guestsReadOnly);
            case ChannelEvent.ChannelUnarchived ignored -> with(false, slowModeSeconds, announcement, guestsReadOnly);
            case ChannelEvent.SlowModeSet e -> with(archived, e.seconds(), announcement, guestsReadOnly);
            case ChannelEvent.AnnouncementModeSet e -> with(archived, slowModeSeconds, e.on(), guestsReadOnly);
            case ChannelEvent.GuestsReadOnlySet e -> with(archived, slowModeSeconds, announcement, e.on());
        };
    }

    private Settings with(@Nullable String newName, @Nullable String newTopic, @Nullable String newDescription) {
        return new Settings(
                visibility, newName, newTopic, newDescription, archived, slowModeSeconds, announcement, guestsReadOnly);
    }

    private Settings with(boolean isArchived, int seconds, boolean announcing, boolean guestsRead) {
        return new Settings(visibility, name, topic, description, isArchived, seconds, announcing, guestsRead);
    }
}
