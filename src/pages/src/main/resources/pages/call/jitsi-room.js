// A Jitsi room as far as one may lead it: the waiting room, recording, subtitles; by the server's features and this person's role.

const LOBBY_NOTICES = { 'lobby.notificationLobbyEnabled': true, 'lobby.notificationLobbyDisabled': false };
const NOT_TRANSCRIBED = 'transcribing.failed';

/** Events: `change`, `knocking`, `refused` (something is not allowed), `inside` and `away` (we came in, or the frame is gone), and what a recording says, as the carrier tells it. */
export class JitsiRoom extends EventTarget {
  #frame = null;
  #features;
  #roles = new Map();
  #me = null;
  #forbidden = new Set();
  /** Whether there is a waiting room; null as long as nobody has said: a server may have one from the beginning. */
  lobby = null;
  transcribing = false;
  knocking = [];

  /** @param features of `lobby`, `recording` and `transcription` what the server offers */
  constructor(features) {
    super();
    this.#features = new Set(features);
  }

  attend(frame) {
    this.#frame = frame;
    frame.on({
      participantRoleChanged: ({ id, role }) => this.#role(id, role),
      participantJoined: ({ id, displayName }) => this.#came(id, displayName),
      knockingParticipant: ({ participant }) => this.#knocks(participant),
      notificationTriggered: (notice) => this.#noticed(notice),
      recordingStatusChanged: (news) => this.#recording(news),
      recordingLinkAvailable: (news) => this.#tell('recording_link', news),
      transcribingStatusChanged: (news) => this.#transcribes(news),
      transcriptionChunkReceived: ({ data, ...flat }) => this.#tell('chunk', data ?? flat),
    });
  }

  /** We are in, by this id of Jitsi's. */
  joined(id) {
    this.#me = id;
    this.#tell('inside');
    this.#tell('change');
  }

  get isModerator() {
    return this.#me !== null && this.#roles.get(this.#me) === 'moderator';
  }

  get offers() {
    const may = (feature, command) => this.#features.has(feature) && this.isModerator && !this.#forbidden.has(feature) && Boolean(this.#frame?.can(command));
    return { lobby: may('lobby', 'toggleLobby'), record: may('recording', 'startRecording'), transcribe: may('transcription', 'setSubtitles') };
  }

  #role(id, role) {
    this.#roles.set(id, role);
    this.#tell('change');
  }

  #came(id, name) {
    this.#noLonger((one) => one.id === id || (name && one.name === name));
  }

  #knocks(participant) {
    if (participant?.id && !this.knocking.some(({ id }) => id === participant.id)) {
      this.knocking = [...this.knocking, { id: String(participant.id), name: String(participant.name ?? '') }];
      // Only where there is a waiting room somebody can knock.
      this.lobby = true;
      this.#tell('knocking');
    }
  }

  #noLonger(which) {
    const left = this.knocking.filter((one) => !which(one));
    if (left.length < this.knocking.length) {
      this.knocking = left;
      this.#tell('knocking');
    }
  }

  // What Jitsi would show, and tells in no other way.
  #noticed({ title, description }) {
    if (description in LOBBY_NOTICES) {
      this.#lobbyIs(LOBBY_NOTICES[description]);
    } else if (title === NOT_TRANSCRIBED) {
      this.#transcribes({ on: false, error: title });
    }
  }

  #lobbyIs(on) {
    this.lobby = on;
    if (!on) {
      this.#noLonger(() => true);
    }
    this.#tell('change');
  }

  // Said even if it seems to be so already: what is known of it may be wrong, and twice does no harm.
  setLobby(on) {
    if (this.offers.lobby && this.#frame.command('toggleLobby', on)) {
      this.#lobbyIs(on);
    }
  }

  admit(id, yes) {
    if (this.#frame?.command('answerKnockingParticipant', id, yes)) {
      this.#noLonger((one) => one.id === id);
    }
  }

  record(on) {
    if (on) {
      this.#frame?.command('startRecording', { mode: 'file' });
    } else {
      this.#frame?.command('stopRecording', 'file');
    }
  }

  transcribe(on) {
    this.#frame?.command('setSubtitles', on, false);
  }

  #recording(news) {
    if (news.error === 'not-allowed') {
      this.#forbidden.add('recording');
      this.#tell('refused', 'recording');
    }
    this.#tell('recording', news);
  }

  #transcribes(news) {
    this.transcribing = Boolean(news.on);
    this.#tell('transcribing', news);
  }

  /** The frame is gone. */
  rest() {
    this.#frame = null;
    this.#me = null;
    this.#roles.clear();
    this.transcribing = false;
    this.#noLonger(() => true);
    this.#tell('away');
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
