// Why something was not taken, in words for the person who sent it.

const MESSAGE = {
  too_large: 'chat.too_long',
  not_found: 'chat.refused_gone',
  forbidden: 'chat.refused_gone',
  stale: 'chat.refused_gone',
  rate_limited: 'chat.refused_fast',
  unavailable: 'chat.refused_later',
  internal: 'chat.refused_later',
};

const FILE = {
  too_large: 'file.too_large',
  quota_exceeded: 'file.quota',
  infected: 'file.infected',
  unavailable: 'file.unavailable',
  internal: 'file.unavailable',
  rate_limited: 'file.unavailable',
  unreadable: 'file.unreadable',
  empty: 'file.empty',
  folder: 'file.folder',
  lost: 'file.lost',
};

/** The key of the sentence for a refused message. */
export const refusalKey = (code) => MESSAGE[code] ?? 'chat.not_sent';

/** The key of the sentence for a refused change of a message. */
export const changeRefusalKey = (code) => MESSAGE[code] ?? 'chat.not_changed';

/** The key of the sentence for a refused file. */
export const fileRefusalKey = (code) => FILE[code] ?? 'file.refused';
