package tidings.command.totp;

/**
 * What an app needs.
 *
 * @param secret in base 32, for typing
 * @param uri the same as an {@code otpauth:} address, for a QR code
 */
record Enrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "Enrolment[…]";
    }
}
