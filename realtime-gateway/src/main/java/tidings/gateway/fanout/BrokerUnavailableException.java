package tidings.gateway.fanout;

/** The broker did not accept a batch; the same batch may be published again. */
public final class BrokerUnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokerUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
