package tidings.command.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tidings.events.channel.ChannelEvent.ChannelOpened;
import tidings.events.channel.ChannelEvent.GuestsReadOnlySet;
import tidings.events.channel.Role;
import tidings.events.channel.Visibility;

/** The permission table, cell by cell. */
class ActTest {

    private static final Settings PUBLIC = Settings.of(new ChannelOpened("here", null, Visibility.PUBLIC));
    private static final Settings READ_ONLY = PUBLIC.after(new GuestsReadOnlySet(true));
    private static final Settings DIRECT = Settings.of(new ChannelOpened(null, null, Visibility.DIRECT));

    /** A reader is a guest where guests only read; in direct channels everybody is equal. */
    private static final String TABLE = """
                        OWNER ADMIN MODERATOR MEMBER GUEST READER DIRECT ARCHIVED
            POST           x     x       x       x     x      .      x       .
            ANNOUNCE       x     x       x       .     .      .      x       .
            SKIP_SLOW_MODE x     x       x       .     .      .      x       .
            MENTION_ALL    x     x       x       x     .      .      x       .
            REACT          x     x       x       x     x      .      x       .
            EDIT_OWN       x     x       x       x     x      .      x       .
            DELETE_OWN     x     x       x       x     x      x      x       .
            DELETE_ANY     x     x       x       .     .      .      .       .
            PIN            x     x       x       x     .      .      x       .
            DESCRIBE       x     x       x       .     .      .      x       .
            RENAME         x     x       .       .     .      .      .       .
            SET_RULES      x     x       .       .     .      .      .       .
            ARCHIVE        x     x       .       .     .      .      .       x
            ADD_TO_PUBLIC  x     x       x       x     .      .      .       .
            ADD_TO_PRIVATE x     x       .       .     .      .      .       .
            CHANGE_ROLES   x     x       .       .     .      .      .       .
            REMOVE         x     x       x       .     .      .      .       x
            BAN            x     x       x       .     .      .      .       x
            LEAVE          x     x       x       x     x      x      .       x
            """;

    static Stream<Arguments> cells() {
        List<String> lines = TABLE.lines().toList();
        List<String> columns = List.of(lines.getFirst().strip().split(" +"));
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.strip().split(" +")))
                .flatMap(cells -> columns.stream()
                        .map(column -> Arguments.of(
                                cells.getFirst(),
                                column,
                                cells.get(columns.indexOf(column) + 1).equals("x"))));
    }

    @ParameterizedTest(name = "{0} by {1}: {2}")
    @MethodSource("cells")
    void allowsWhatTheTableSays(Act act, String column, boolean allowed) {
        boolean answer = switch (column) {
            case "READER" -> act.isAllowedTo(Role.GUEST, READ_ONLY);
            case "DIRECT" -> act.isAllowedTo(Role.GUEST, DIRECT);
            case "ARCHIVED" -> act.isPossibleWhileArchived();
            default -> act.isAllowedTo(Role.valueOf(column), PUBLIC);
        };
        assertThat(answer).isEqualTo(allowed);
    }

    @Test
    void hasARowForEveryActAndAColumnForEveryRole() {
        assertThat(TABLE.lines().skip(1).map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactly(Arrays.stream(Act.values()).map(Enum::name).toArray(String[]::new));
        assertThat(TABLE.lines().findFirst().orElseThrow())
                .contains(Arrays.stream(Role.values()).map(Enum::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "OWNER,OWNER,false,true",
        "OWNER,ADMIN,true,true",
        "ADMIN,OWNER,false,false",
        "ADMIN,ADMIN,false,false",
        "ADMIN,MODERATOR,true,true",
        "MODERATOR,MEMBER,true,true",
        "MEMBER,GUEST,true,true",
        "GUEST,GUEST,false,false"
    })
    void ranksRoles(Role one, Role other, boolean outranks, boolean gives) {
        assertThat(Act.outranks(one, other)).isEqualTo(outranks);
        assertThat(Act.gives(one, other)).isEqualTo(gives);
    }
}
