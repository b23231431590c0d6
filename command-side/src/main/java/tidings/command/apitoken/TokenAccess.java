package tidings.command.apitoken;

import java.time.Duration;

/** What an API token was traded for. */
public record TokenAccess(String accessToken, Duration expiresIn) {
    @Override
    public String toString() {
        return "TokenAccess[…]";
    }
}
