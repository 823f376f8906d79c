// How a file is told: its size, its kind, and a name that may be cut in the middle but never in its ending.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'];
const KINDS = [
  [/^image\//, 'image'],
  [/^video\//, 'film'],
  [/^audio\//, 'sound'],
  [/pdf$/, 'page'],
  [/(zip|tar|rar|7z|gzip|compressed)/, 'box'],
];

/** `248 KB`, by powers of 1,000 as file managers do. */
export function sizeText(bytes, locale) {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = value < 9.95 && unit > 1 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)} ${UNITS[unit]}`;
}

/** The icon for a media type. */
export function fileSign(mediaType) {
  return KINDS.find(([pattern]) => pattern.test(mediaType ?? ''))?.[1] ?? 'file';
}

/** The name in two: what may be cut, and its ending with the dot. */
export function nameParts(name) {
  const dot = name.lastIndexOf('.');
  const cut = dot > 0 && name.length - dot <= 9 ? dot : name.length;
  return { stem: name.slice(0, cut), ending: name.slice(cut) };
}

export const contentPath = (id) => `/api/attachments/${encodeURIComponent(id)}/content`;
export const previewPath = (id) => `/api/attachments/${encodeURIComponent(id)}/preview`;
