package tidings.command.running;

/** Somebody who is signed in. */
public record Person(String id, String username, String accessToken, String refreshToken) {}
