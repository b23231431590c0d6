/** From the next visit on the app opens without a network too. Only as it was built: what is being developed changes. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const register = () => {
    // without it everything works that has a network
    navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined)
  }
  // the first screen comes first
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register, { once: true })
}
