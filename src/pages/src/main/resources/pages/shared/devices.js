// Lists of devices, and which one this person likes best.

const KINDS = { microphones: 'audioinput', cameras: 'videoinput', speakers: 'audiooutput' };

/** `{microphones, cameras, speakers}`, each `{id, label, selected}`; what the browser does not name yet is left out. */
export function lists(devices, used) {
  const list = (kind, device) => {
    const of = devices.filter((d) => d.kind === kind && d.deviceId !== '');
    const selected = of.some((d) => d.deviceId === used[device]) ? used[device] : of[0]?.deviceId;
    return of.map((d, at) => ({ id: d.deviceId, label: d.label || String(at + 1), selected: d.deviceId === selected }));
  };
  return { microphones: list(KINDS.microphones, 'microphone'), cameras: list(KINDS.cameras, 'camera'), speakers: list(KINDS.speakers, 'speaker') };
}

/** The wanted one if it is there, or none. */
export function chosen(devices, kind, id) {
  return devices.some((d) => d.kind === kind && d.deviceId === id) ? id : null;
}

export function remember(device, id) {
  try {
    localStorage.setItem(`optima.${device}`, id);
  } catch {
    document.body.dataset.storage = 'off'; // Then the choice lasts as long as the page.
  }
}

export function remembered(device) {
  try {
    return localStorage.getItem(`optima.${device}`);
  } catch {
    return null;
  }
}
