package tidings.query.socket;

import org.springframework.web.socket.CloseStatus;

/** Why the server closes a socket: by the protocol graphql-transport-ws, and the codes of the realtime gateway. */
final class Closing {

    static final CloseStatus UNAUTHORIZED = new CloseStatus(4401, "Unauthorized");
    static final CloseStatus FORBIDDEN = new CloseStatus(4403, "Forbidden: not in the scopes of the token");
    static final CloseStatus SUBPROTOCOL = new CloseStatus(4406, "Subprotocol not acceptable");
    static final CloseStatus INIT_TIMEOUT = new CloseStatus(4408, "Connection initialisation timeout");
    static final CloseStatus DOUBLED_ID = new CloseStatus(4409, "Subscriber for this id already exists");
    static final CloseStatus INITIALISED_TWICE = new CloseStatus(4429, "Too many initialisation requests");
    static final CloseStatus TOO_MANY = new CloseStatus(4429, "Too many connections");
    static final CloseStatus TRY_AGAIN = new CloseStatus(1013, "It cannot be told now whether the token is valid");

    /** Every malformed message has this code; the reason says what is wrong with it. */
    static CloseStatus malformed(String reason) {
        return new CloseStatus(4400, "Invalid message: " + reason);
    }

    private Closing() {}
}
