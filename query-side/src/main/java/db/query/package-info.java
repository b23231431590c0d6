/** Migrations of the views' database that SQL cannot say, where Flyway looks for them. */
@NullMarked
package db.query;

import org.jspecify.annotations.NullMarked;
