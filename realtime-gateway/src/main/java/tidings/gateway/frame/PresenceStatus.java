package tidings.gateway.frame;

/** What is shown of a user; a client may say the first two of itself. */
public enum PresenceStatus {
    ONLINE,
    AWAY,
    OFFLINE
}
