/** What a node does without being asked: tasks that outlive every failure, are counted, and tell the node's health (ADR-0013). */
@NullMarked
package tidings.command.background;

import org.jspecify.annotations.NullMarked;
