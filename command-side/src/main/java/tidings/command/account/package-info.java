/**
 * Who there is: accounts, their unique names, and the passwords that prove them. What happened to an account stands in the
 * log; credentials stand in a table of their own and nowhere else (ADR-0017).
 */
@NullMarked
package tidings.command.account;

import org.jspecify.annotations.NullMarked;
