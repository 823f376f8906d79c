// Lengths, clocks and days as people read them.

/** Seconds as `0:07`, `18:22` or `1:02:03`. */
export function length(seconds) {
  const all = Math.max(0, Math.floor(seconds));
  const s = String(all % 60).padStart(2, '0');
  const m = Math.floor(all / 60) % 60;
  const hours = Math.floor(all / 3600);
  return hours > 0 ? `${hours}:${String(m).padStart(2, '0')}:${s}` : `${m}:${s}`;
}

/** Whole seconds from `now` until `instant`, never below zero; what is begun counts. */
export function secondsUntil(instant, now) {
  return Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000));
}

/** `12:41`. */
export function clock(instant, locale) {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** How many local midnights lie between two moments. */
export function daysBetween(earlier, later) {
  const a = new Date(earlier);
  const b = new Date(later);
  return Math.round((Date.UTC(b.getFullYear(), b.getMonth(), b.getDate()) - Date.UTC(a.getFullYear(), a.getMonth(), a.getDate())) / 86_400_000);
}

/** `today`, `yesterday` in the words given, or the date; with the year only where it is another. */
export function day(instant, now, locale, words) {
  const days = daysBetween(instant, now);
  if (days === 0) {
    return words.today;
  }
  if (days === 1) {
    return words.yesterday;
  }
  const date = new Date(instant);
  const year = date.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' };
  const weekday = days > 0 && days < 7 ? { weekday: 'long' } : {};
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', ...weekday, ...year }).format(date);
}
