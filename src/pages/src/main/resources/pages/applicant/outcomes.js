// What became of a call, in the applicant's words.
import { t } from '../shared/i18n.js';
import { length } from '../shared/time.js';

/** One line in the chat: its icon and its text. */
export function callLine(call) {
  const name = call?.caller_name ?? '';
  const lines = {
    completed: () => ['phone', t('call.line.completed', { length: length(call.duration) })],
    dropped: () => ['phone', t('call.line.dropped', { length: length(call.duration) })],
    abandoned: () => ['phoneMissed', t('call.line.abandoned')],
    not_joined: () => ['phoneMissed', t('call.line.not_joined')],
    rejected: () => ['phoneMissed', t('call.line.rejected', { name })],
    no_answer: () => ['phoneMissed', t('call.line.no_answer', { name })],
    offline: () => ['phoneMissed', t('call.line.offline', { name })],
    cancelled: () => ['phoneMissed', t('call.line.cancelled', { name })],
  };
  const [sign, text] = (lines[call?.outcome] ?? (() => ['phone', t('call.line.other')]))();
  return { sign, text };
}

const CHIPS = {
  completed: ['ok', 'call.chip.completed'],
  dropped: ['warn', 'call.chip.dropped'],
  abandoned: ['', 'call.chip.abandoned'],
  not_joined: ['bad', 'call.chip.not_joined'],
  rejected: ['', 'call.chip.rejected'],
  no_answer: ['warn', 'call.chip.no_answer'],
  offline: ['warn', 'call.chip.offline'],
  cancelled: ['', 'call.chip.cancelled'],
};

/** The colour and the key of the chip in the list of calls. */
export function callChip(call) {
  const [tone, key] = CHIPS[call.outcome] ?? ['ok', 'call.chip.live'];
  return { tone, key };
}

/** What is said right after a call: a title, a sentence, an icon, and whether writing is the next step. */
export function afterwards(call, me) {
  const name = call.caller_name;
  const mine = call.ended_by === me;
  const said = {
    completed: () => ({ tone: 'ok', sign: 'phone', title: t('after.completed', { length: length(call.duration) }), text: mine ? t('after.completed_by_me') : t('after.completed_by_other', { name }) }),
    dropped: () => ({ tone: 'warn', sign: 'offline', title: t('after.dropped', { length: length(call.duration) }), text: t('after.dropped_text', { name }), write: true }),
    abandoned: () => ({ tone: 'warn', sign: 'phoneMissed', title: t('after.abandoned'), text: mine ? t('after.abandoned_by_me') : t('after.abandoned_by_other', { name }), write: true }),
    not_joined: () => ({ tone: 'bad', sign: 'alert', title: t('after.not_joined'), text: t('after.not_joined_text', { name }), write: true }),
    rejected: () => ({ tone: '', sign: 'phoneMissed', title: t('after.rejected'), text: t('after.rejected_text', { name }), write: true }),
    no_answer: () => ({ tone: 'warn', sign: 'phoneMissed', title: t('after.no_answer', { name }), text: t('after.no_answer_text'), write: true }),
    cancelled: () => ({ tone: 'warn', sign: 'phoneMissed', title: t('after.cancelled', { name }), text: t('after.no_answer_text'), write: true }),
  };
  return said[call.outcome]?.() ?? null;
}
