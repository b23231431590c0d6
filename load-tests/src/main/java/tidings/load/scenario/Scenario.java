package tidings.load.scenario;

/** The load tests that there are; every number can be changed on the command line. */
enum Scenario {
    ROOMS("rooms", "many small rooms with steady traffic", 1_000, 10, 1_000, 60, Integer.MAX_VALUE, -1),
    RISING(
            "rising",
            "small rooms with more traffic in each step: where the knee is",
            1_000,
            10,
            500,
            15,
            Integer.MAX_VALUE,
            -1),
    ONE_ROOM("one-room", "everybody in one room", 1_000, 1_000, 20, 60, Integer.MAX_VALUE, -1),
    HUGE_ROOM("room-10000", "a room of 10,000 in which somebody speaks each second", 10_000, 10_000, 1, 30, 30, -1),
    IDLE("idle", "very many connections, little traffic: memory per connection", 10_000, 10, 200, 60, 10, -1),
    RECONNECT(
            "reconnect",
            "10,000 lose their connections at once: in nine rooms of ten, all members but one",
            12_360,
            10,
            200,
            60,
            1,
            10);

    private static final int ONE_ROOM_OF = 10;

    private final String id;
    private final String description;
    private final int users;
    private final int roomSize;
    private final double rate;
    private final int duration;
    private final int senders;
    private final int cutAt;

    Scenario(
            String id, String description, int users, int roomSize, double rate, int duration, int senders, int cutAt) {
        this.id = id;
        this.description = description;
        this.users = users;
        this.roomSize = roomSize;
        this.rate = rate;
        this.duration = duration;
        this.senders = senders;
        this.cutAt = cutAt;
    }

    String id() {
        return id;
    }

    String description() {
        return description;
    }

    int users() {
        return users;
    }

    int roomSize() {
        return roomSize;
    }

    double rate() {
        return rate;
    }

    int duration() {
        return duration;
    }

    /** How many members of a room send in turn. */
    int senders() {
        return senders;
    }

    /** Seconds after the warm-up; negative for never. */
    int cutAt() {
        return cutAt;
    }

    /** The rooms in which nobody loses a connection, of so many. */
    int spared(int rooms) {
        return cutAt < 0 ? 0 : Math.min(rooms - 1, Math.ceilDiv(rooms, ONE_ROOM_OF));
    }
}
