import { eventsBetween, Outbox, RealtimeSession } from '@tidings/client'
import { useAccount } from '../account/accountStore.ts'
import { api, openSocket } from '../account/api.ts'
import {
  fetchAllChannels,
  onJoined,
  onLeft,
  refetchChannel,
  updateFromEvent,
  welcomed,
} from '../channels/channelUpdates.ts'
import { applyToDetails } from '../channels/details/detailsStore.ts'
import { applyToMembers, reloadMembers } from '../channels/members/membersStore.ts'
import { RemovalTracker } from '../channels/removals.ts'
import { connectionChanged } from '../connection/connectionStore.ts'
import { watchNetwork } from '../connection/networkWatch.ts'
import { ViewCache } from '../offline/viewCache.ts'
import { ViewDatabase } from '../offline/viewDatabase.ts'
import { OutboxDatabase } from '../outbox/outboxDatabase.ts'
import { showOutbox } from '../outbox/outboxStore.ts'
import { loadSelf } from '../people/loadSelf.ts'
import { OwnPresence } from '../people/ownPresence.ts'
import { forgetPresences, presenceTold } from '../people/presenceStore.ts'
import { noteRead, readElsewhere } from '../reading/readElsewhere.ts'
import { changeSeen } from '../timeline/pendingChanges.ts'
import { TimelineKeeper } from '../timeline/timelineKeeper.ts'
import { typingStarted, typingStopped } from '../typing/typingStore.ts'
import { tellFollowers, tellReset } from './followedEvents.ts'

/** Everything that lives as long as somebody is signed in. */
export interface Chat {
  accountId: string
  session: RealtimeSession
  outbox: Outbox
  timelines: TimelineKeeper
  stop(): void
  /** Takes what was shown off this device. */
  forget(): Promise<void>
}

/** Wires the live session to the stores that the views read. */
export function startChat(accountId: string): Chat {
  const session: RealtimeSession = new RealtimeSession(
    {
      onStatus: connectionChanged,
      onWelcome: (welcome) => {
        removals.onWelcome(new Set(welcome.channels.map((channel) => channel.channelId)))
        welcomed(welcome)
        for (const { channelId, readSeq } of welcome.channels) noteRead(channelId, readSeq)
        forgetPresences()
        ownPresence.welcomed()
        presenceTold(accountId, ownPresence.status)
        outbox.flush()
        timelines.reconnected()
      },
      onEvent: (event) => {
        tellFollowers(event)
        timelines.apply(event)
        changeSeen(event, accountId)
        if (event.event === 'MessagePosted' && event.actorId === accountId) {
          outbox.shown(event.data.clientMessageId, event.data.body)
        }
      },
      onNewestEvent: (event) => {
        removals.noteCause(event)
        updateFromEvent(event, accountId)
        applyToMembers(event)
        applyToDetails(event)
        if (event.event === 'MessagePosted' && event.actorId !== null) {
          typingStopped(event.channelId, event.actorId)
        }
      },
      onReset: (channelId, seq, isAhead) => {
        timelines.reload(channelId, seq, isAhead)
        reloadMembers(channelId)
        tellReset(channelId, isAhead ? -1 : seq)
        if (!isAhead) return
        outbox.rewound(channelId, seq)
        void refetchChannel(channelId)
      },
      onSubscribed: (channelId, seq) => {
        onJoined(channelId, seq)
        timelines.joined(channelId)
      },
      onUnsubscribed: (channelId) => {
        onLeft(channelId)
        void removals.onUnsubscribed(channelId)
      },
      onTyping: (channelId, userId) => {
        if (userId !== accountId) typingStarted(channelId, userId)
      },
      onRead: readElsewhere,
      onPresence: presenceTold,
      onUnauthenticated: () => api.expireAccessToken(),
    },
    (channelId, afterSeq, upToSeq) => eventsBetween(api, channelId, afterSeq, upToSeq),
    openSocket,
  )
  const outbox: Outbox = new Outbox(accountId, new OutboxDatabase(), session, showOutbox)
  const views = new ViewCache(new ViewDatabase(accountId))
  const timelines: TimelineKeeper = new TimelineKeeper(
    accountId,
    session,
    (channelId, seq) => outbox.shownUpTo(channelId, seq),
    (channelId) => views.timeline(channelId),
  )

  const removals = new RemovalTracker(accountId, timelines)

  const ownPresence = new OwnPresence((status) => {
    session.signal({ type: 'presence', status })
    presenceTold(accountId, status)
  })

  void views.showList()
  views.start()
  loadSelf().catch(() => undefined)
  void outbox.restore()
  void fetchAllChannels()
  const unwatchNetwork = watchNetwork(session)
  session.start()
  ownPresence.start()

  return {
    accountId,
    session,
    outbox,
    timelines,
    stop() {
      unwatchNetwork()
      ownPresence.stop()
      session.stop()
      views.stop()
    },
    forget: () => views.clear(),
  }
}

let current: Chat | undefined

/** The chat of whoever is signed in. It runs until they are not, and nothing of it stays in memory then. */
export function currentChat(): Chat {
  const accountId = useAccount.getState().credentials?.accountId
  if (accountId === undefined) throw new Error('Nobody is signed in')
  current ??= startChat(accountId)
  return current
}

useAccount.subscribe(({ credentials }) => {
  if (!current || credentials?.accountId === current.accountId) return
  current.stop()
  void current.forget().finally(() => window.location.reload())
})
