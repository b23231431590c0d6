/** The addresses within the app. */
export const places = {
  home: '/',
  channel: (channelId: string) => `/c/${channelId}`,
  message: (channelId: string, messageId: string) => `/c/${channelId}/m/${messageId}`,
  thread: (channelId: string, rootId: string) => `/c/${channelId}/t/${rootId}`,
}
