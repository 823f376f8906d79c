// What a planned interview is now, and what its applicant may do. Pure: a meeting as the server says it, and the time.

const EARLY = 15 * 60_000;
const CLOSED = new Set(['completed', 'cancelled', 'no_show']);
const LINGERS = 2 * 3_600_000;

export const startOf = (meeting) => Date.parse(meeting.scheduled_time);
export const endOf = (meeting) => startOf(meeting) + meeting.duration_minutes * 60_000;

/** Nothing can be done with it any more. */
export const isClosed = (meeting) => CLOSED.has(meeting.status);

/** Long past, though nobody has said yet what came of it. */
export const isPast = (meeting, now) => isClosed(meeting) ? endOf(meeting) <= now || meeting.status !== 'cancelled' : endOf(meeting) + LINGERS <= now;

/** From a quarter of an hour before. */
export function isJoinable(meeting, now) {
  return !isClosed(meeting) && startOf(meeting) - EARLY <= now && !isPast(meeting, now);
}

/** The applicant has to be let in. */
export const isKept = (meeting) => meeting.waiting_room && !meeting.admitted_at && !isClosed(meeting) && meeting.status !== 'in_progress';

/** Milliseconds until one may join; 0 from then on. */
export const untilJoin = (meeting, now) => Math.max(0, startOf(meeting) - EARLY - now);

/** An answer still means something: until it begins, also while one may join already. */
export const isOpen = (meeting, now) => !isClosed(meeting) && meeting.status !== 'in_progress' && startOf(meeting) > now;

const CHIPS = {
  cancelled: ['', 'meeting.chip.cancelled'],
  completed: ['', 'meeting.chip.completed'],
  no_show: ['warn', 'meeting.chip.no_show'],
  in_progress: ['ok', 'meeting.chip.in_progress'],
  invited: ['warn', 'meeting.chip.invited'],
  accepted: ['ok', 'meeting.chip.accepted'],
  declined: ['bad', 'meeting.chip.declined'],
  asked_to_move: ['warn', 'meeting.chip.asked_to_move'],
};

/** The colour and the key of the chip. */
export function chipOf(meeting) {
  const [tone, key] = CHIPS[meeting.status] ?? CHIPS[meeting.answer] ?? CHIPS.invited;
  return { tone, key };
}
