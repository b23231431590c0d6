/** Migrations of the command side's database that SQL cannot say, where Flyway looks for them. */
@NullMarked
package db.command;

import org.jspecify.annotations.NullMarked;
