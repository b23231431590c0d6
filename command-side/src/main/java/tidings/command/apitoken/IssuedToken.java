package tidings.command.apitoken;

/** @param secret is shown once and kept nowhere */
public record IssuedToken(String id, String secret) {
    @Override
    public String toString() {
        return "IssuedToken[" + id + "]";
    }
}
