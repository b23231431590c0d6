import type { ChannelEvent } from './channelEvent.ts'
import type { ConnectionStatus } from './connection.ts'
import type { PresenceStatus, WelcomeFrame } from './frames.ts'

/** What a session tells those who show it. */
export interface SessionListener {
  onStatus(status: ConnectionStatus): void
  onWelcome(welcome: WelcomeFrame): void
  /** The next event of a followed channel: in order, none missing, none twice. */
  onEvent(event: ChannelEvent): void
  /**
   * An event of any channel that is newer than all before. Good for badges, not for content.
   *
   * @param skipped whether events between this one and the one before were not seen: what is known of the channel may
   *     be wrong
   */
  onNewestEvent(event: ChannelEvent, skipped: boolean): void
  /**
   * What is known of a followed channel cannot be mended: load it anew, then `follow` it again.
   *
   * @param isAhead whether more is known than the log has, as after a restored backup: none of it may be shown any more
   */
  onReset(channelId: string, seq: number, isAhead: boolean): void
  onTyping(channelId: string, userId: string): void
  /** Somebody who shares a channel came, went away or left; whoever was never named is offline. */
  onPresence?(userId: string, status: PresenceStatus): void
  /** The user has read the channel up to `seq` on another device; only ever rises. */
  onRead?(channelId: string, seq: number): void
  /** The account became a member of the channel by the event `seq`. */
  onSubscribed?(channelId: string, seq: number): void
  /** The account is no member of the channel any more: nothing of it follows. */
  onUnsubscribed?(channelId: string): void
  onUnauthenticated(): void
}
