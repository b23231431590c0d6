export const COMPOSER_ID = 'composer'
export const THREAD_COMPOSER_ID = 'thread-composer'

/** @param rootId where one writes in this thread; undefined for the channel itself */
export function focusComposer(rootId?: string): void {
  document.getElementById(rootId === undefined ? COMPOSER_ID : THREAD_COMPOSER_ID)?.focus()
}
