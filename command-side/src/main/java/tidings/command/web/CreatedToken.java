package tidings.command.web;

record CreatedToken(String id, String token) {
    @Override
    public String toString() {
        return "CreatedToken[" + id + "]";
    }
}
