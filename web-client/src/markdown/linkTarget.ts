/** As long a target is shown whole. */
const LONGEST_SHOWN = 80
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu
const ADDRESS =
  /(?:([a-z][a-z0-9+.-]*):\/\/)?([\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}\p{N}-]{2,})(?::\d+)?/iu
const MAIL = /[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}/u
/** Latin beside letters that look like Latin. */
const MIXED = /(?=[^.]*[a-z])(?=[^.]*[\p{Script=Cyrillic}\p{Script=Greek}])/iu

/**
 * Where a link really goes, when its text says otherwise.
 *
 * @returns undefined when the text names no address, or the one that it leads to
 */
export function hiddenTarget(text: string, href: string): string | undefined {
  const said = text.normalize('NFKC').replace(IGNORABLE, '').trim()
  const target = parsed(href)
  if (!target) return undefined
  if (target.protocol === 'mailto:') {
    const mail = decoded(target.pathname)
    const named = MAIL.exec(said)?.[0] ?? ADDRESS.exec(said)?.[0]
    return named === undefined || mail.toLowerCase().includes(named.toLowerCase()) ? undefined : mail
  }
  const address = ADDRESS.exec(said)
  const mail = MAIL.exec(said)?.[0]
  if (mail !== undefined && !said.includes('://')) return target.host
  const host = address?.[2]
  if (host === undefined) return undefined
  const claimed = parsed(`${address?.[1] ?? 'https'}://${host}`)?.hostname ?? host
  if (!isWithin(target.hostname, claimed) || said.split('/').some((label) => MIXED.test(label)))
    return target.host
  const whole = address?.[1] === undefined ? undefined : parsed(said)
  return whole && bare(whole) !== bare(target) ? shortened(target.href) : undefined
}

/** Whether the host is the one that was named, or belongs to it. */
function isWithin(host: string, claimed: string): boolean {
  const name = claimed.replace(/^www\./, '')
  return host === name || host.endsWith(`.${name}`)
}

function bare(url: URL): string {
  return `${url.host.replace(/^www\./, '')}${url.pathname.replace(/\/$/, '')}${url.search}${url.hash}`
}

function shortened(address: string): string {
  return address.length <= LONGEST_SHOWN ? address : `${address.slice(0, LONGEST_SHOWN)}…`
}

function parsed(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
