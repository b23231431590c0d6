package tidings.command.caller;

import java.util.Optional;

/** Finds out who calls. */
public interface Authenticator {

    /**
     * Whom an access token stands for, and whose session has not ended.
     *
     * @return empty when the token is good for nothing
     * @throws IllegalStateException when the verification keys cannot be read
     */
    Optional<Caller> authenticate(String accessToken);
}
