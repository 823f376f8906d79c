// Finds addresses in a text, so that they can be clicked; nothing but http, https and mailto becomes a link, and nothing is fetched.

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+|\b(?:mailto:)?[\p{L}\d][\p{L}\d._%+-]*@(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,}/giu;
const TAIL = /[.,;:!?…]+$/;
const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** The text in pieces: `{text}` or `{text, href}`. */
export function pieces(text) {
  const result = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trim(match[0]);
    const href = valid(address);
    if (href === null) {
      continue;
    }
    if (match.index > end) {
      result.push({ text: text.slice(end, match.index) });
    }
    result.push({ text: address, href });
    end = match.index + address.length;
  }
  if (end < text.length) {
    result.push({ text: text.slice(end) });
  }
  return result;
}

// A full stop or a closing bracket behind an address belongs to the sentence.
function trim(address) {
  let cut = address.replace(TAIL, '');
  while (cut.endsWith(')') && count(cut, ')') > count(cut, '(')) {
    cut = cut.slice(0, -1).replace(TAIL, '');
  }
  return cut;
}

const count = (text, char) => text.split(char).length - 1;

function valid(address) {
  try {
    const url = new URL(/^[a-z]+:/i.test(address) ? address : `mailto:${address}`);
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
