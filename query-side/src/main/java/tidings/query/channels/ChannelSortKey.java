package tidings.query.channels;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import tidings.events.channel.ChannelId;

/** A channel's place in the list by name: those without a name come last. */
public record ChannelSortKey(String sortName, ChannelId id) {

    static final Comparator<ChannelSortKey> ORDER = Comparator.comparing(
                    ChannelSortKey::sortName, ChannelSortKey::byCodePoint)
            .thenComparing(place -> place.id().toString());

    public static ChannelSortKey of(ChannelView channel) {
        return new ChannelSortKey(channel.name() == null ? ChannelsProjection.NAMELESS : channel.name(), channel.id());
    }

    /** As utf8mb4_bin compares: Java's own order differs beyond the basic plane. */
    private static int byCodePoint(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
