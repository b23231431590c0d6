package tidings.load.seed;

/**
 * The people of a seed.
 *
 * @param users how many
 * @param roomSize members of a channel
 * @param channelsEach how many channels everybody is in; the same people share all of them, and talk in the first
 */
public record Crowd(int users, int roomSize, int channelsEach) {

    /** Checks the numbers. */
    public Crowd {
        if (users < 1 || roomSize < 1 || channelsEach < 1) {
            throw new IllegalArgumentException("a crowd has people, rooms and channels");
        }
    }

    /** People who are in one channel each. */
    public static Crowd inOneChannelEach(int users, int roomSize) {
        return new Crowd(users, roomSize, 1);
    }
}
