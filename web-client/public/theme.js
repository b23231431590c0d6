// Runs before the first paint, so that a chosen appearance never flashes. A file of its own: the content security policy
// allows no inline scripts. What each may be says src/appearance/appearanceStore.ts.
try {
  for (const name of ['theme', 'contrast', 'density', 'fontSize', 'timeFormat']) {
    const value = localStorage.getItem(`tidings.${name}`)
    if (value !== null) document.documentElement.dataset[name] = value
  }
} catch {
  // storage is blocked: the system's appearance it is
}
