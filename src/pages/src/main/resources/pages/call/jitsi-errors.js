// Jitsi's errors by name, and what each means here. Whether Jitsi calls one fatal tells little: of those that end a call it says no.

/**
 * `token`: our token was not taken, a fresh one may be; `password`: neither, or there was none; `login`: it wants an account of its own; `lobby`: one waits to be let in;
 * `turned_away`: one was not let in; `refused`, `full`, `down`: no way in; `over`: the room was closed; `again`: another try may do;
 * `wait`: it mends this itself; `nothing`: not of the call.
 */
const MEANINGS = {
  'connection.passwordRequired': 'password',
  'connection.otherError': 'again',
  'connection.droppedError': 'again',
  'connection.serverError': 'again',
  'connection.conferenceRequestFailed': 'again',
  'connection.shardChangedError': 'again',
  'connection.notLiveError': 'refused',
  'conference.connectionError': 'again',
  'conference.connectionError.notAllowed': 'token',
  'conference.connectionError.membersOnly': 'lobby',
  'conference.connectionError.accessDenied': 'turned_away',
  'conference.authenticationRequired': 'login',
  'conference.passwordRequired': 'refused',
  'conference.passwordNotSupported': 'refused',
  'conference.reservationError': 'refused',
  'conference.displayNameRequired': 'name',
  'conference.max_users': 'full',
  'conference.destroyed': 'over',
  'conference.videobridgeNotAvailable': 'down',
  'conference.gracefulShutdown': 'down',
  'conference.focusDisconnected': 'wait',
  'conference.focusLeft': 'wait',
  'conference.iceFailed': 'again',
  'conference.offerAnswerFailed': 'again',
  'conference.restarted': 'again',
  'conference.incompatible_server_versions': 'again',
  'conference.redirected': 'nothing',
  'conference.chatError': 'nothing',
  'conference.settingsError': 'nothing',
};

/**
 * What an `errorOccurred` means; it comes as `{error: {name, …}}`, as the handbook shows it flat, or with a mere name.
 *
 * @return `{name, means, text}`; text is what the server said, if anything
 */
export function meaningOf(detail) {
  const inner = detail?.error ?? detail ?? {};
  const error = typeof inner === 'string' ? { ...detail, name: inner } : inner;
  const name = String(error.name ?? '');
  const said = error.message ?? (Array.isArray(error.params) ? error.params.find((one) => typeof one === 'string') : null);
  // Of a missing token Jitsi says that it can be mended: by a login.
  const login = name === 'connection.passwordRequired' && error.recoverable === true;
  return { name, means: login ? 'login' : MEANINGS[name] ?? (error.isFatal ? 'again' : 'nothing'), text: typeof said === 'string' ? said : '' };
}

const DEVICE_ERRORS = [
  [/permission|denied|NotAllowed/i, (device) => `${device}_denied`],
  [/not_found|NotFound|constraint|Overconstrained/i, () => 'no_device'],
];

/** What is wrong with the `camera` or the `microphone`, by a `cameraError` or `micError`. */
export function deviceCode(device, { type, message }) {
  const found = DEVICE_ERRORS.find(([pattern]) => pattern.test(`${type} ${message}`));
  return found ? found[1](device) : 'device_busy';
}
