import { useAppearance } from '../appearance/appearanceStore.ts'

/** Times as the reader's place and language write them. Formatters are dear to make, so each is made once. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(language: string, wanted: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const options = { ...wanted, ...hourCycle(wanted) }
  const key = language + JSON.stringify(options)
  let found = formats.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(regionOf(language), options)
    formats.set(key, found)
  }
  return found
}

/** As the settings say; else as it is usual where the reader is. */
function hourCycle({ hour, timeStyle }: Intl.DateTimeFormatOptions): Intl.DateTimeFormatOptions {
  const { timeFormat } = useAppearance.getState()
  if (timeFormat === 'system' || (hour === undefined && timeStyle === undefined)) return {}
  return { hourCycle: timeFormat === '12' ? 'h12' : 'h23' }
}

/** The reader's own kind of a language: the hours of British English are not those of American. */
function regionOf(language: string): string {
  return navigator.languages?.find((wanted) => wanted.split('-')[0] === language) ?? language
}

export function shortTime(at: number, language: string): string {
  return format(language, { hour: 'numeric', minute: '2-digit' }).format(at)
}

export function fullTime(at: number, language: string): string {
  return format(language, { dateStyle: 'full', timeStyle: 'medium' }).format(at)
}

export function shortDate(at: number, language: string): string {
  return format(language, { dateStyle: 'medium' }).format(at)
}

/** The time of a moment of today, the day of an earlier one. */
export function momentName(at: number, language: string, now = Date.now()): string {
  return startOfDay(at) === startOfDay(now) ? shortTime(at, language) : shortDate(at, language)
}

/** "Today", "Yesterday", or the date; with the year when it is not this one. */
export function dayName(at: number, language: string, now = Date.now()): string {
  const days = Math.round((startOfDay(at) - startOfDay(now)) / 86_400_000)
  if (days === 0 || days === -1) {
    const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(days, 'day')
    return relative.charAt(0).toLocaleUpperCase(language) + relative.slice(1)
  }
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear()
  return format(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at)
}

export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0)
}
