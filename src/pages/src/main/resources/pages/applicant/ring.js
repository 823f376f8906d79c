// When it rings and when it stops: a pure function of what is known and what the server's clock says.
import { isOver } from '../shared/calls.js';

export const SILENT = Object.freeze({ phase: 'none', call: null, expiresAt: null });

/**
 * The next state. Events: `incoming {call, expiresAt}`, `snapshot {call}`, `elsewhere {callId}`, `tick`, `accept`, `reject`, `gone`.
 * Phases: `none`, `ringing`, `answering` (accepted, waiting for the way in). `why` says what ended a ring, for the one step after it.
 */
export function ringing(state, event, now) {
  const current = state.call?.call_id;
  switch (event.type) {
    case 'incoming':
      return incoming(state, event, now);
    case 'snapshot':
      if (event.call.call_id !== current) {
        return state;
      }
      if (isOver(event.call)) {
        return { ...SILENT, why: 'over', last: event.call };
      }
      return event.call.state === 'RINGING' || state.phase === 'answering' ? { ...state, call: event.call } : { ...SILENT, why: 'elsewhere', last: state.call };
    case 'elsewhere':
      return event.callId === current ? { ...SILENT, why: 'elsewhere', last: state.call } : state;
    case 'tick':
      return state.phase === 'ringing' && now >= Date.parse(state.expiresAt) ? { ...SILENT, why: 'expired', last: state.call } : state;
    case 'accept':
      return state.phase === 'ringing' ? { ...state, phase: 'answering' } : state;
    case 'reject':
      return state.phase === 'ringing' ? { ...SILENT, why: 'rejected', last: state.call } : state;
    case 'gone':
      return { ...SILENT, why: 'gone', last: state.call };
    default:
      return state;
  }
}

function incoming(state, { call, expiresAt }, now) {
  const late = call.state !== 'RINGING' || now >= Date.parse(expiresAt);
  const older = state.call !== null && Date.parse(call.created_at) < Date.parse(state.call.created_at);
  if (late || older || state.phase === 'answering') {
    return state;
  }
  return { phase: 'ringing', call, expiresAt };
}
