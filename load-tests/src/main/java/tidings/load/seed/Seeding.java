package tidings.load.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes the users {@code u0}, {@code u1}… and their channels: user i is in channel i div R, and in as many more with the
 * same people as the crowd says. The same ones every time.
 */
final class Seeding {

    private static final int ACCOUNTS_AT_ONCE = 1_000;
    private static final int MEMBERS_AT_ONCE = 1_000;
    private static final int CHANNELS_AT_ONCE = 200;

    private final SeedApi api;

    Seeding(SeedApi api) {
        this.api = api;
    }

    /** The account ids by user. */
    List<String> accounts(int users) {
        List<SeedApi.NewAccount> accounts = IntStream.range(0, users)
                .mapToObj(user -> new SeedApi.NewAccount("u" + user, "u" + user, "Load user " + user, false))
                .toList();
        return ids(accounts, ACCOUNTS_AT_ONCE, api::accounts);
    }

    /** The ids, by room, of the channels in which people talk. */
    List<String> channels(List<String> accountIds, Crowd crowd) {
        String talk = "load-" + crowd.roomSize() + "-";
        for (int more = 1; more < crowd.channelsEach(); more++) {
            channels(accountIds, crowd.roomSize(), talk + "more-" + more + "-");
        }
        return channels(accountIds, crowd.roomSize(), talk);
    }

    /** A room of many is filled by several calls. */
    private List<String> channels(List<String> accountIds, int roomSize, String prefix) {
        List<SeedApi.NewChannel> first = new ArrayList<>();
        List<SeedApi.NewChannel> rest = new ArrayList<>();
        int atOnce = Math.max(1, Math.min(CHANNELS_AT_ONCE, MEMBERS_AT_ONCE * 2 / Math.min(roomSize, MEMBERS_AT_ONCE)));
        for (int room = 0; room * roomSize < accountIds.size(); room++) {
            int end = Math.min((room + 1) * roomSize, accountIds.size());
            for (int from = room * roomSize; from < end; from += MEMBERS_AT_ONCE) {
                List<String> members = accountIds.subList(from, Math.min(from + MEMBERS_AT_ONCE, end));
                String name = prefix + room;
                (from == room * roomSize ? first : rest)
                        .add(new SeedApi.NewChannel(name, name, null, "PUBLIC", members));
            }
        }
        List<String> ids = ids(first, atOnce, api::channels);
        rest.forEach(more -> api.channels(List.of(more)));
        return ids;
    }

    private static <T> List<String> ids(List<T> all, int atOnce, Function<List<T>, List<SeedApi.Known>> call) {
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < all.size(); from += atOnce) {
            call.apply(all.subList(from, Math.min(from + atOnce, all.size()))).forEach(known -> ids.add(known.id()));
        }
        return ids;
    }
}
