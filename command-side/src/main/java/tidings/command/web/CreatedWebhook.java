package tidings.command.web;

/** @param path where to post to; is shown once */
record CreatedWebhook(String id, String path) {
    @Override
    public String toString() {
        return "CreatedWebhook[" + id + "]";
    }
}
