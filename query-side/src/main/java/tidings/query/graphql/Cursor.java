package tidings.query.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tidings.events.channel.ChannelId;
import tidings.query.channels.ChannelSortKey;

/** Cursors as clients see them: opaque text. What is none is refused. */
final class Cursor {

    private static final String SEQ = "seq:";
    private static final String PLACE = "place:";
    private static final int ID_LENGTH = 36;

    private Cursor() {}

    static String ofSeq(long seq) {
        return encoded(SEQ + seq);
    }

    static long seq(@Nullable String cursor, long otherwise) {
        if (cursor == null) {
            return otherwise;
        }
        try {
            return Long.parseLong(content(cursor, SEQ));
        } catch (NumberFormatException e) {
            throw notOurs();
        }
    }

    static String ofPlace(ChannelSortKey place) {
        return encoded(PLACE + place.id() + place.sortName());
    }

    static @Nullable ChannelSortKey place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String content = content(cursor, PLACE);
        try {
            return new ChannelSortKey(content.substring(ID_LENGTH), ChannelId.parse(content.substring(0, ID_LENGTH)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw notOurs();
        }
    }

    static QueryRefusedException notOurs() {
        return QueryRefusedException.badRequest("not a cursor of this list");
    }

    static String encoded(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(content.getBytes(StandardCharsets.UTF_8));
    }

    static String content(String cursor, String kind) {
        try {
            String content = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            if (content.startsWith(kind)) {
                return content.substring(kind.length());
            }
        } catch (IllegalArgumentException e) {
            throw notOurs();
        }
        throw notOurs();
    }
}
