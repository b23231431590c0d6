/** What Tomcat's sides need to know who somebody is. */
@NullMarked
package tidings.access.servlet;

import org.jspecify.annotations.NullMarked;
