package tidings.gateway.frame;

/** What a client says about its user. */
public enum PresenceStatus {
    ONLINE,
    AWAY
}
