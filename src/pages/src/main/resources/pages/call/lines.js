// The two lines of media of a connection, one for sound and one for the picture: what goes into them, and how much.
import { STEPS } from './ladder.js';
import { inOrder } from './negotiation.js';

const CAMERA_BITS = 2_500_000;
const SCREEN_BITS = 3_000_000;

export function line(pc, kind) {
  return pc?.getTransceivers().find((t) => t.receiver.track.kind === kind) ?? null;
}

/** The side that offers first lays them out. A line without a track can get one later, without another offer. */
export function layOut(pc, media) {
  for (const kind of ['audio', 'video']) {
    pc.addTransceiver(media.track(kind) ?? kind, { direction: 'sendrecv' });
  }
  prefer(pc);
}

/** The other side's lines are filled with what we send. */
export async function fillIn(pc, media) {
  for (const transceiver of pc.getTransceivers()) {
    transceiver.direction = 'sendrecv';
    await transceiver.sender.replaceTrack(media.track(transceiver.receiver.track.kind));
  }
  prefer(pc);
}

function prefer(pc) {
  const codecs = RTCRtpReceiver.getCapabilities?.('video')?.codecs;
  const video = line(pc, 'video');
  if (codecs && video?.setCodecPreferences) {
    video.setCodecPreferences(inOrder(codecs));
  }
}

/**
 * Bit rate and size: enough for 720p, less under strain (`step` of the ladder) or if it goes to several (`crowd`), and sharp letters
 * when a screen is shared.
 */
export async function tune(pc, screen, step, crowd) {
  const sender = line(pc, 'video')?.sender;
  if (!sender?.track || pc.signalingState !== 'stable') {
    return;
  }
  const parameters = sender.getParameters();
  if (!parameters.encodings?.length) {
    return;
  }
  parameters.encodings[0].maxBitrate = (screen ? SCREEN_BITS : CAMERA_BITS) / crowd;
  parameters.encodings[0].scaleResolutionDownBy = screen ? 1 : STEPS[Math.min(Math.max(step, crowd - 1), STEPS.length - 1)];
  parameters.degradationPreference = 'maintain-resolution';
  await sender.setParameters(parameters).catch((failure) => console.debug('bit rate not set', failure.message));
}
