package tidings.command.web;

import tidings.command.session.Sessions.TokenPair;

/** @param expiresIn seconds until the access token expires */
record Tokens(String accessToken, String refreshToken, long expiresIn) {

    static Tokens of(TokenPair pair) {
        return new Tokens(
                pair.accessToken(), pair.refreshToken(), pair.expiresIn().toSeconds());
    }

    @Override
    public String toString() {
        return "Tokens[…]";
    }
}
