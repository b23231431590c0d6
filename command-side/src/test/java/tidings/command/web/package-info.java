/** Tests of what holds for every route, whichever feature it belongs to. */
@NullMarked
package tidings.command.web;

import org.jspecify.annotations.NullMarked;
