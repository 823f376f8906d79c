// Leaves a Jitsi room: says so first, so that the others see it at once, and takes the frame away as soon as Jitsi has heard it.

const LONG_ENOUGH = 1_500;

/**
 * @param seat ours; @param forAll whether the room is closed for everybody, which only a moderator can do
 */
export function part(frame, seat, forAll) {
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
  if (forAll && frame.command('endConference')) {
    // A server without that module does nothing: then at least we go.
    setTimeout(() => hangUp(frame), LONG_ENOUGH);
  } else {
    hangUp(frame);
  }
}

function hangUp(frame) {
  // Without Jitsi's question how good it was.
  frame.command('hangup', false);
  setTimeout(() => frame.dispose(), LONG_ENOUGH);
}
