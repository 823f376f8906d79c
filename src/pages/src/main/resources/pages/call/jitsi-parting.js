// Leaves a Jitsi room: says so first, so that the others see it at once, and takes the frame away as soon as Jitsi has heard it.

const LONG_ENOUGH = 1_500;

/**
 * @param seat ours; @param forAll whether the room is closed for everybody, which only a moderator can do
 */
export function part(frame, seat, forAll) {
  const inside = seat.joined;
  seat.leave();
  frame.show(false);
  const timer = setTimeout(() => frame.dispose(), inside ? LONG_ENOUGH : 0);
  const heard = () => {
    clearTimeout(timer);
    // Not out of Jitsi's own message: it still has to finish it.
    setTimeout(() => frame.dispose(), 0);
  };
  if (inside) {
    frame.on({ readyToClose: heard, errorOccurred: ({ error, name }) => (error?.name ?? error ?? name) === 'conference.destroyed' && heard() });
    if (!(forAll && frame.command('endConference'))) {
      // Without Jitsi's question how good it was.
      frame.command('hangup', false);
    }
  }
}
