package tidings.command.totp;

/** What a sign-in showed beside the password. */
public enum SecondFactorVerdict {
    NOT_NEEDED,
    RIGHT,
    MISSING,
    WRONG
}
