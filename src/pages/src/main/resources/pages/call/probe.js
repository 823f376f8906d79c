// Asks for camera and microphone before a provider's frame does: in our own words, and so that it is known what is wrong with which.
import { remembered } from '../shared/devices.js';

const CODES = { NotFoundError: 'no_device', OverconstrainedError: 'no_device', NotReadableError: 'device_busy', AbortError: 'device_busy' };
const DEVICES = { audio: 'microphone', video: 'camera' };

/** Tries both; `{audio, video}`, each a code, or null if it can be used. Nothing stays open. */
export async function probe() {
  try {
    close(await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
    return { audio: null, video: null };
  } catch {
    // Together they fail together: each by itself tells which one it is.
    return { audio: await tried('audio'), video: await tried('video') };
  }
}

async function tried(kind) {
  try {
    close(await navigator.mediaDevices.getUserMedia({ [kind]: true }));
    return null;
  } catch (failure) {
    return CODES[failure.name] ?? `${DEVICES[kind]}_denied`;
  }
}

function close(stream) {
  stream.getTracks().forEach((track) => track.stop());
}

/** The labels of the devices that are liked best: another origin knows them by other ids. */
export async function likedDevices() {
  const all = (await navigator.mediaDevices?.enumerateDevices?.()) ?? [];
  const label = (kind, device) => all.find((d) => d.kind === kind && d.deviceId === remembered(device))?.label;
  const liked = { audioInput: label('audioinput', 'microphone'), audioOutput: label('audiooutput', 'speaker'), videoInput: label('videoinput', 'camera') };
  return Object.fromEntries(Object.entries(liked).filter(([, name]) => name));
}
