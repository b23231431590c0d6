package tidings.gateway.access;

/** What became of a token or a ticket. */
public sealed interface Authentication {

    record Granted(Identity identity) implements Authentication {}

    /** The token or ticket is no good; {@code reason} is for people and names no secret. */
    record Denied(String reason) implements Authentication {}

    /** It could not be checked now. */
    record Undecided(String reason) implements Authentication {}
}
