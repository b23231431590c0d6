package tidings.command.account;

/** What an account may do on the whole instance. */
public enum AccountRole {
    USER,
    ADMIN
}
