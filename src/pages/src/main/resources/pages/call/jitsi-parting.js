// Leaves a Jitsi room: says so first, so that the others see it at once, and takes the frame away as soon as Jitsi has heard it.

const LONG_ENOUGH = 1_500;
// Until Jitsi has let go of microphone and camera.
const SILENT_WITHIN = 300;

/**
 * @param seat ours; @param forAll whether the room is closed for everybody, which only a moderator can do
 * @param media what we send: `audio`, `camera`, `screen`
 */
export function part(frame, seat, forAll, media) {
  const inside = seat.joined;
  seat.leave();
  frame.show(false);
  if (!inside) {
    frame.dispose();
    return;
  }
  frame.on({
    // Not out of Jitsi's own message: it still has to finish it.
    readyToClose: () => setTimeout(() => frame.dispose(), 0),
    errorOccurred: ({ error, name }) => (error?.name ?? error ?? name) === 'conference.destroyed' && setTimeout(() => frame.dispose(), 0),
  });
  if (forAll && frame.can('endConference')) {
    silence(frame, media);
    setTimeout(() => close(frame), SILENT_WITHIN);
  } else {
    hangUp(frame);
  }
}

// Until the room is closed, or we have gone, nobody is to see or hear us: a hang-up is one at once.
function silence(frame, { audio, camera, screen }) {
  if (audio) {
    frame.command('toggleAudio');
  }
  if (camera) {
    frame.command('toggleVideo');
  }
  if (screen) {
    frame.command('toggleShareScreen');
  }
}

function close(frame) {
  frame.command('endConference');
  // A server without that module does nothing: then at least we go.
  setTimeout(() => hangUp(frame), LONG_ENOUGH);
}

function hangUp(frame) {
  // Without Jitsi's question how good it was.
  frame.command('hangup', false);
  setTimeout(() => frame.dispose(), LONG_ENOUGH);
}
