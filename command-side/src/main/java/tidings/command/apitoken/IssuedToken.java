package tidings.command.apitoken;

/** @param token is shown once and kept nowhere */
record IssuedToken(String id, String token) {
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
