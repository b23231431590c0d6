/** The realtime gateway: takes commands from sockets and delivers every channel's events, in order and once. */
@NullMarked
package tidings.gateway;

import org.jspecify.annotations.NullMarked;
