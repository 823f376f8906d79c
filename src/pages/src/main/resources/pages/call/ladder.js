// How large our picture is sent: as large as machine and network can bear. The browser keeps the size it is told and drops pictures
// under strain; this watches how many are dropped, and takes a smaller size before movement stutters. Pure.

/** By how much the camera's picture is scaled down on each step: of 1280×720 that is 720, 540, 360 and 240 lines. */
export const STEPS = [1, 4 / 3, 2, 3];

const LOWEST_FOR_A_MACHINE = 2;
const STRAIN_FOR = 4;
const CALM_FOR = 20;
const STARVED = 200_000;

export const TOP = Object.freeze({ step: 0, strain: 0, calm: 0 });

/**
 * The next rung, asked once a second.
 *
 * @param sent what is sent: `fps`, `source` (what the camera gives, a second), `reason` (what limits it: none, cpu, bandwidth, other),
 *     `available` (bits a second that the network takes, or null); null if no picture is sent
 */
export function climb(rung, sent) {
  if (sent === null || !(sent.source > 0)) {
    return { ...rung, strain: 0, calm: 0 };
  }
  const kept = sent.fps / sent.source;
  const strained = kept < 0.6 && sent.reason !== 'none';
  const strain = strained ? rung.strain + 1 : 0;
  const calm = kept > 0.9 && sent.reason === 'none' ? rung.calm + 1 : 0;
  if (strain >= STRAIN_FOR && rung.step < lowest(sent)) {
    return { step: rung.step + 1, strain: 0, calm: 0 };
  }
  if (calm >= CALM_FOR && rung.step > 0) {
    return { step: rung.step - 1, strain: 0, calm: 0 };
  }
  return { step: rung.step, strain, calm };
}

// Faces stay readable for a slow machine; only a starved network goes below.
function lowest({ reason, available }) {
  return reason === 'bandwidth' && available !== null && available < STARVED ? STEPS.length - 1 : LOWEST_FOR_A_MACHINE;
}
