package tidings.client;

/** How a client says who it is. */
public sealed interface Credentials {

    /** An access token, with the upgrade. */
    record Token(String accessToken) implements Credentials {}

    /** A single-use ticket, as browsers have. */
    record Ticket(String ticket) implements Credentials {}

    /** Nothing at the upgrade: the hello brings a token. */
    record AtHello() implements Credentials {}
}
