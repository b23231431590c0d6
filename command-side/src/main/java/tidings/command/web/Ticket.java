package tidings.command.web;

record Ticket(String ticket) {
    @Override
    public String toString() {
        return "Ticket[…]";
    }
}
