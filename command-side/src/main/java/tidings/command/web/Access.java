package tidings.command.web;

/** @param expiresIn seconds until the access token expires */
record Access(String accessToken, long expiresIn) {
    @Override
    public String toString() {
        return "Access[…]";
    }
}
