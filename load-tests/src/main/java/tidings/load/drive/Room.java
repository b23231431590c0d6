package tidings.load.drive;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tidings.load.books.RoomBook;

/** A room, its members on one event loop, and its book. */
final class Room {

    final int number;
    final String channelId;
    final RoomBook book = new RoomBook();
    final List<Client> members = new ArrayList<>();
    private int turn;

    Room(int number, String channelId) {
        this.number = number;
        this.channelId = channelId;
    }

    /** The next of the first so many members, in turn, that is connected; null when none is. */
    @Nullable Client nextSender(int senders) {
        int among = Math.min(senders, members.size());
        for (int i = 0; i < among; i++) {
            Client next = members.get(turn++ % among);
            if (next.isReady()) {
                return next;
            }
        }
        return null;
    }
}
