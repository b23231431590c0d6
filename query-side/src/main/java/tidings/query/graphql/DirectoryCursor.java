package tidings.query.graphql;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tidings.events.Ids;
import tidings.query.accounts.DirectoryPlace;
import tidings.query.accounts.DirectoryPlace.Key;
import tidings.query.accounts.DirectoryPlace.Part;

/** The cursors of found people: a part of the list and one or two words with their accounts; words have no such sign. */
final class DirectoryCursor {

    private static final String KIND = "people:";
    private static final String BETWEEN = "|";

    private DirectoryCursor() {}

    static String of(DirectoryPlace place) {
        Key line = place.nearUntil();
        String text = KIND + place.part() + BETWEEN + text(place.key());
        return Cursor.encoded(line == null ? text : text + BETWEEN + text(line));
    }

    private static String text(Key key) {
        return key.account() + BETWEEN + key.word();
    }

    static @Nullable DirectoryPlace parse(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = Cursor.content(cursor, KIND).split("\\|", -1);
        if (parts.length != 3 && parts.length != 5) {
            throw Cursor.notOurs();
        }
        try {
            Key line = parts.length == 3 ? null : key(parts[3], parts[4]);
            return new DirectoryPlace(Part.valueOf(parts[0]), key(parts[1], parts[2]), line);
        } catch (IllegalArgumentException e) {
            throw Cursor.notOurs();
        }
    }

    private static Key key(String account, String word) {
        UUID id = Ids.canonicalUuid(account);
        return new Key(word, id);
    }
}
