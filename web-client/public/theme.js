// Runs before the first paint, so that a chosen theme never flashes. A file of its own: the content security policy
// allows no inline scripts.
try {
  const theme = localStorage.getItem('tidings.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // storage is blocked: the system's theme it is
}
