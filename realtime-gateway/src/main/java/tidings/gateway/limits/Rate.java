package tidings.gateway.limits;

/** How many a second for long, and how many at once. */
record Rate(int perSecond, int burst) {
    Rate {
        if (perSecond < 1 || burst < 1) {
            throw new IllegalArgumentException("a rate is at least 1");
        }
    }
}
