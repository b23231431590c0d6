package tidings.tools.log;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import tidings.events.Ids;
import tidings.events.channel.ChannelEvent;
import tidings.events.log.EventReader;
import tidings.events.log.FeedEvent;
import tidings.events.log.LogEvent;
import tidings.tools.terminal.ToolFailedException;

/** Finds a channel by what a person calls it. */
public final class ChannelNames {

    private final EventFeed feed;
    private final EventReader reader = new EventReader(new JacksonEventJson());

    public ChannelNames(EventFeed feed) {
        this.feed = feed;
    }

    /**
     * The channel of this id, or the one that has this name now, for which the whole log is read.
     *
     * @throws ToolFailedException when no channel has the name
     */
    public UUID find(String nameOrId) {
        try {
            return Ids.canonicalUuid(nameOrId);
        } catch (IllegalArgumentException noId) {
            return named(nameOrId.startsWith("#") ? nameOrId.substring(1) : nameOrId);
        }
    }

    private UUID named(String name) {
        Map<UUID, String> names = new HashMap<>();
        feed.read(null, (index, head) -> {}, line -> {
            String type = FeedEvent.of(line.json()).type();
            if ((type.equals("ChannelOpened") || type.equals("ChannelRenamed"))
                    && reader.read(line) instanceof LogEvent event) {
                String called = switch (event.recorded().event()) {
                    case ChannelEvent.ChannelOpened opened -> opened.name();
                    case ChannelEvent.ChannelRenamed renamed -> renamed.name();
                    default -> null;
                };
                names.put(event.recorded().streamId(), called == null ? "" : called);
            }
        });
        TreeSet<UUID> found = new TreeSet<>();
        names.forEach((id, called) -> {
            if (called.equals(name)) {
                found.add(id);
            }
        });
        if (found.isEmpty()) {
            throw new ToolFailedException("no channel is named " + name);
        }
        if (found.size() > 1) {
            throw new ToolFailedException("several channels are named " + name + ", choose by id: " + found);
        }
        return found.first();
    }
}
