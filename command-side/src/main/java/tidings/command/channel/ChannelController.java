package tidings.command.channel;

import static tidings.command.web.Parameters.required;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tidings.access.Identity;
import tidings.command.channel.ChannelCommand.ArchiveChannel;
import tidings.command.channel.ChannelCommand.ChangeSettings;
import tidings.command.channel.ChannelCommand.ChangeSettings.Wording;
import tidings.command.channel.ChannelCommand.UnarchiveChannel;
import tidings.command.web.Parameters;
import tidings.events.channel.ChannelId;
import tidings.events.channel.Visibility;
import tools.jackson.databind.JsonNode;

@RestController
class ChannelController {

    private static final String CHANNELS = "/api/channels";
    private static final String CHANNEL = CHANNELS + "/{channelId}";
    private static final String ARCHIVE = CHANNEL + "/archive";

    private final ChannelOpening opening;
    private final RateLimitedDecisions commands;

    ChannelController(ChannelOpening opening, RateLimitedDecisions commands) {
        this.opening = opening;
        this.commands = commands;
    }

    record NewChannel(
            @Nullable String name,
            @Nullable String topic,
            @Nullable Visibility visibility,
            @Nullable List<@Nullable String> memberIds) {}

    record CreatedChannel(String id) {}

    /** What is absent stays as it is; a topic or description of null or nothing is taken away. */
    record NewSettings(
            @JsonSetter(nulls = Nulls.SKIP) @Nullable String name,
            @Nullable JsonNode topic,
            @Nullable JsonNode description,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable Integer slowModeSeconds,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable Boolean announcement,
            @JsonSetter(nulls = Nulls.SKIP) @Nullable Boolean guestsReadOnly) {}

    @PostMapping(CHANNELS)
    @ResponseStatus(HttpStatus.CREATED)
    CreatedChannel open(Identity caller, @RequestBody NewChannel channel) {
        ChannelId id = opening.open(
                caller,
                channel.name(),
                channel.topic(),
                required(channel.visibility(), "visibility"),
                Parameters.accounts(channel.memberIds(), "memberIds"));
        return new CreatedChannel(id.toString());
    }

    @PatchMapping(CHANNEL)
    RateLimitedDecisions.Change change(
            Identity caller, @PathVariable String channelId, @RequestBody NewSettings settings) {
        return commands.change(
                caller,
                new ChangeSettings(
                        Parameters.channelInPath(channelId),
                        settings.name(),
                        wording(settings.topic(), "topic"),
                        wording(settings.description(), "description"),
                        settings.slowModeSeconds(),
                        settings.announcement(),
                        settings.guestsReadOnly()));
    }

    private static @Nullable Wording wording(@Nullable JsonNode text, String name) {
        if (text == null) {
            return null;
        }
        if (!text.isNull() && !text.isString()) {
            throw Parameters.badFrame(name + " is no text");
        }
        return new Wording(text.isNull() || text.asString().isEmpty() ? null : text.asString());
    }

    @PutMapping(ARCHIVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void archive(Identity caller, @PathVariable String channelId) {
        commands.decide(caller, new ArchiveChannel(Parameters.channelInPath(channelId)));
    }

    @DeleteMapping(ARCHIVE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unarchive(Identity caller, @PathVariable String channelId) {
        commands.decide(caller, new UnarchiveChannel(Parameters.channelInPath(channelId)));
    }
}
