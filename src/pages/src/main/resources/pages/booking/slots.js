// Offered starts by their local day. Pure.
import { dayKey } from '../meeting/when.js';

/** `[{key, at, slots}]`, earliest first; `at` is the first start of the day. */
export function byDay(slots, zone) {
  const days = new Map();
  for (const slot of slots) {
    const key = dayKey(slot, zone);
    if (!days.has(key)) {
      days.set(key, { key, at: slot, slots: [] });
    }
    days.get(key).slots.push(slot);
  }
  return [...days.values()];
}

/** The part of the day that a start belongs to: `morning`, `afternoon`, `evening`. */
export function partOf(slot, zone) {
  const hour = Number(new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(slot)));
  return hour < 12 ? 'morning' : hour < 17 ? 'afternoon' : 'evening';
}

/** The zones of the switch: where one is, where the profile says one is, then all that the browser knows. */
export function zones(own, profile) {
  const known = Intl.supportedValuesOf?.('timeZone') ?? [];
  return [...new Set([own, profile, ...known])].filter(Boolean);
}
