// Which call is open in this tab: only a reload of the same tab goes back into it by itself.

const NAME = 'optima.call';

export function remembered() {
  try {
    return sessionStorage.getItem(NAME);
  } catch {
    return null;
  }
}

export function remember(callId) {
  try {
    if (callId === null) {
      sessionStorage.removeItem(NAME);
    } else {
      sessionStorage.setItem(NAME, callId);
    }
  } catch {
    document.body.dataset.storage = 'off'; // Then a reload offers the call on a card instead.
  }
}
