package tidings.command.web;

record CreatedAccount(String id, String username) {}
