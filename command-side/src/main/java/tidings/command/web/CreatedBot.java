package tidings.command.web;

record CreatedBot(String id, String username) {}
