package tidings.load.seed;

/**
 * The people of a seed.
 *
 * @param users how many
 * @param roomSize members of a channel
 * @param channelsEach how many channels everybody is in; the same people share all of them, and talk in the first
 */
public record Crowd(int users, int roomSize, int channelsEach) {

    private static final int MAX_USERS = 100_000;
    private static final int MAX_CHANNELS_EACH = 100;

    /** Checks the numbers. */
    public Crowd {
        if (users < 1 || users > MAX_USERS || roomSize < 1 || channelsEach < 1 || channelsEach > MAX_CHANNELS_EACH) {
            throw new IllegalArgumentException(
                    "--users is 1 to 100000, --room-size at least 1, --channels-each 1 to 100");
        }
    }

    /** People who are in one channel each. */
    public static Crowd inOneChannelEach(int users, int roomSize) {
        return new Crowd(users, roomSize, 1);
    }
}
