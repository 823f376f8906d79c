// Plays a short tune, through the speaker of one's choice where the browser lets one choose.

const TUNE = [[523.25, 0], [659.25, 0.22], [783.99, 0.44], [1046.5, 0.66]];
const LASTS = 1.5;
const BEGINS_WITHIN = 3_000;

/** Whether an output can be chosen here at all. */
export const selectable = 'setSinkId' in HTMLMediaElement.prototype;

/**
 * Plays, and resolves when it is over.
 *
 * @param id the output, or null for the usual one
 * @throws DOMException if there is none, or it cannot be used
 */
export async function play(id) {
  const audio = new AudioContext();
  const player = new Audio();
  try {
    const out = audio.createMediaStreamDestination();
    TUNE.forEach(([frequency, at]) => note(audio, out, frequency, at));
    player.srcObject = out.stream;
    if (id && selectable) {
      await player.setSinkId(id);
    }
    await within(Promise.all([audio.resume(), player.play()]));
    await new Promise((done) => setTimeout(done, LASTS * 1_000));
  } finally {
    player.srcObject = null;
    audio.close();
  }
}

// Without a sound card a browser may wait for one for ever.
function within(begun) {
  return Promise.race([begun, new Promise((_, fail) => setTimeout(() => fail(new DOMException('no sound', 'NotFoundError')), BEGINS_WITHIN))]);
}

function note(audio, out, frequency, at) {
  const begin = audio.currentTime + 0.05 + at;
  const volume = audio.createGain();
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(0.25, begin + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.6);
  volume.connect(out);
  const tone = audio.createOscillator();
  tone.frequency.value = frequency;
  tone.connect(volume);
  tone.start(begin);
  tone.stop(begin + 0.62);
}
