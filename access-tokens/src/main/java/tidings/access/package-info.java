/** Who somebody is: access tokens and their keys, ended sessions; and where a client calls from and how often it may, for all sides. */
@NullMarked
package tidings.access;

import org.jspecify.annotations.NullMarked;
