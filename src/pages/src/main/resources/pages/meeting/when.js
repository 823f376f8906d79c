// Times as people read them, in a zone of their choice: the page's own unless told.

/** Where this browser is, IANA. */
export const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? 'UTC';

const format = (locale, zone, options) => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });

/** `14:00`. */
export const clockIn = (time, locale, zone) => format(locale, zone, { hour: '2-digit', minute: '2-digit' }).format(time);

/** `Wednesday 14:00 – 14:30`; the day by its name. */
export const span = (start, minutes, locale, zone) => `${format(locale, zone, { weekday: 'long' }).format(new Date(start))} ${hours(start, minutes, locale, zone)}`;

/** `14:00 – 14:30`; if the clock is changed in between, `02:30 GMT+2 – 02:00 GMT+1`. */
export function hours(start, minutes, locale, zone) {
  const from = new Date(start);
  const to = new Date(from.getTime() + minutes * 60_000);
  if (offset(from, zone) === offset(to, zone)) {
    return `${clockIn(from, locale, zone)}\u00a0–\u00a0${clockIn(to, locale, zone)}`;
  }
  return `${clockIn(from, locale, zone)}\u00a0${offset(from, zone)} – ${clockIn(to, locale, zone)}\u00a0${offset(to, zone)}`;
}

/** `Wednesday, 25 November 2026`. */
export const longDay = (time, locale, zone) => format(locale, zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(time));

/** `Wed 25 Nov, 14:00`. */
export const shortTime = (time, locale, zone) => format(locale, zone, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(new Date(time));

/** The two lines of a date block. */
export const dateBlock = (time, locale, zone) => ({
  day: format(locale, zone, { day: 'numeric' }).format(new Date(time)),
  month: format(locale, zone, { month: 'short' }).format(new Date(time)),
});

/** `2026-11-25`: of which local day a moment is. */
export function dayKey(time, zone) {
  const parts = Object.fromEntries(format('en-GB', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(new Date(time)).map(({ type, value }) => [type, value]));
  return `${parts.year}-${parts.month}-${parts.day}`;
}

/** `GMT+3`, as the zone has it at that moment. */
export function offset(time, zone) {
  const parts = format('en-GB', zone, { timeZoneName: 'shortOffset' }).formatToParts(new Date(time));
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}

/** `Europe/Istanbul (GMT+3)`. */
export const zoneName = (time, zone) => `${zone.replaceAll('_', ' ')} (${offset(time, zone)})`;

/** Whether two zones show the same time then. */
export const sameClock = (time, one, other) => offset(time, one) === offset(time, other);

/** This browser's own zone is known to it; one that it does not know is not shown. */
export function isKnown(zone) {
  try {
    return Boolean(format('en-GB', zone, {}));
  } catch {
    return false;
  }
}

/** A distance in the largest two units: `{days, hours}`, `{hours, minutes}` or `{minutes}`. */
export function distance(ms) {
  const minutes = Math.ceil(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) {
    return { unit: 'days', days, hours: hours % 24 };
  }
  return hours > 0 ? { unit: 'hours', hours, minutes: minutes % 60 } : { unit: 'minutes', minutes };
}

/** What a field of type `datetime-local` takes, by this browser's clock. */
export function fieldValue(time) {
  const at = new Date(time);
  const two = (n) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
}
