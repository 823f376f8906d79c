// Recording only with consent: the applicant is asked and answers, the team's page starts what was agreed to and says what runs.
import { Problem } from '../shared/api.js';
import { Backoff } from '../shared/backoff.js';
import { i18n } from '../shared/i18n.js';
import { RecordingMedia, ask } from './recording-media.js';
import { RecordingView } from './recording-view.js';
import { TranscriptPost } from './transcript-post.js';

const NOTHING = { state: 'off', links: [], version: -1 };
const WITH_CONSENT = ['agreed', 'recording'];
const NOTES = { asked: 'rec.note_asked', agreed: 'rec.note_agreed', refused: 'rec.note_refused', withdrawn: 'rec.note_withdrawn' };
// A consent that is taken back, and has not arrived.
const SENDING = 'rec.note_sending';
const SLOW = 1_500;
const RECORDS = { record: 'file', transcribe: 'transcription' };

/** Event: `change`, whenever `state`, `transcribing` or `offers` may be different. */
export class Recording extends EventTarget {
  #recording = NOTHING;
  #me = null;
  #over = false;
  #carrier = null;
  #wanted = new Set();
  #wording = null;
  #loading = '';
  #ticket;
  #posted = null;
  #said = new Map();
  #backoff = new Backoff({ first: 500, most: 5_000 });

  /** @param token gives the call's ticket, or undefined; @param clock the server's time */
  constructor({ callId, token, clock }) {
    super();
    this.callId = callId;
    this.clock = clock;
    this.token = () => (this.#ticket = token() ?? this.#ticket);
    this.view = new RecordingView({ answer: (given) => this.#answer(given) });
    this.media = new RecordingMedia({
      allowed: () => WITH_CONSENT.includes(this.state),
      tells: () => this.#me?.role !== 'applicant',
      post: (news) => ask(callId, this.token, 'POST', '/news', news),
    });
    this.media.addEventListener('answer', ({ detail }) => this.take(detail));
    this.media.addEventListener('change', () => this.#changed());
    this.media.addEventListener('stray', () => this.view.say(this.state === 'withdrawn' ? 'rec.note_withdrawn' : 'rec.note_stray'));
    this.media.addEventListener('failed', () => this.view.say('rec.note_failed'));
    i18n.addEventListener('change', () => this.#draw());
  }

  /** The question, and passing notes: to be laid over the stage. */
  get card() {
    return this.view.card;
  }

  /** The sign that it is recorded. */
  get sign() {
    return this.view.sign;
  }

  /** `off`, `asked`, `agreed`, `refused`, `withdrawn` or `recording`. */
  get state() {
    return this.#recording.state;
  }

  get transcribing() {
    return this.media.transcribing;
  }

  /** What the provider of this call offers to the team. */
  get offers() {
    const features = this.#isTeam ? this.#carrier?.features ?? [] : [];
    return { record: features.includes('recording'), transcribe: features.includes('transcription') };
  }

  get #isTeam() {
    return this.#me !== null && this.#me.role !== 'applicant';
  }

  /** The line stands: how it is may have changed meanwhile. */
  async enter(me) {
    this.#me = me;
    this.token();
    if (this.#isTeam) {
      this.#posted ??= new TranscriptPost(this.callId, this.token);
    }
    await this.#refresh();
  }

  // A provider that records nothing leaves nothing to ask for.
  async #refresh() {
    if (this.#me === null || this.#over || this.#carrier?.name !== 'jitsi') {
      return;
    }
    try {
      this.take(await ask(this.callId, this.token, 'GET', ''));
      this.#backoff.reset();
    } catch (problem) {
      this.#again(problem, () => this.#refresh());
    }
  }

  #again(problem, act) {
    if (!(problem instanceof Problem)) {
      throw problem;
    }
    if (problem.passing && !this.#over) {
      setTimeout(() => !this.#over && act(), this.#backoff.next());
    }
  }

  /** How it stands, as the backend says; older words are not heard. */
  take(recording) {
    if (!recording || recording.version < this.#recording.version || this.#over || this.#carrier?.name !== 'jitsi') {
      return;
    }
    const before = this.#recording;
    this.#recording = recording;
    if (this.#isTeam) {
      this.#noteFrom(before);
      this.#begin();
      this.media.check();
    }
    this.#draw();
    this.#changed();
  }

  // Whoever comes back is told of what is open only.
  #noteFrom(before) {
    const { state } = this.#recording;
    const first = before.version < 0 && state !== 'asked';
    if (state !== before.state && !first && !(state === 'agreed' && before.state === 'recording')) {
      if (NOTES[state]) {
        this.view.say(NOTES[state]);
      } else {
        this.view.hush();
      }
    }
  }

  // What was asked for begins with the yes, and is forgotten with a no.
  #begin() {
    if (WITH_CONSENT.includes(this.state)) {
      this.#wanted.forEach((what) => this.media.start(RECORDS[what]));
      this.#wanted.clear();
    } else if (this.state !== 'asked') {
      this.#wanted.clear();
    }
  }

  /** This one carries the call from now on. */
  use(carrier) {
    if (carrier === this.#carrier) {
      return;
    }
    this.#carrier = carrier;
    this.media.use(carrier);
    carrier.addEventListener('chunk', ({ detail }) => this.#carrier === carrier && this.#heard(detail));
    if (carrier.name !== 'jitsi' && this.#recording !== NOTHING) {
      this.#gone();
    }
    this.#refresh();
    this.#changed();
  }

  // The call goes on over a provider that records nothing.
  #gone() {
    if (this.#isTeam && this.state === 'recording') {
      this.media.gone();
    }
    this.#recording = NOTHING;
    this.#draw();
  }

  /** Does what a button, or the console, says: `record` or `transcribe`. Without consent the applicant is asked first. */
  async command(what, on) {
    const mode = RECORDS[what];
    if (!mode || !this.#isTeam || this.#over) {
      return;
    }
    if (!on) {
      this.#wanted.delete(what);
      this.media.stop(mode);
    } else if (WITH_CONSENT.includes(this.state)) {
      this.media.start(mode);
    } else {
      this.#wanted.add(what);
      await this.#ask();
    }
  }

  async #ask() {
    try {
      const recording = await ask(this.callId, this.token, 'POST', '/ask');
      if (recording.state === 'asked' && this.state === 'asked') {
        this.view.say('rec.note_asked');
      }
      this.take(recording);
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.#wanted.clear();
      this.view.say(problem.code === 'forbidden' ? 'rec.note_enough' : 'rec.note_not_asked');
    }
  }

  async #answer(given) {
    const takesBack = !given && WITH_CONSENT.includes(this.state);
    const slow = takesBack ? setTimeout(() => this.view.hold(SENDING), SLOW) : 0;
    this.view.answering(true, null);
    const version = this.#wording?.version ?? this.#recording.text_version ?? '';
    try {
      const recording = await ask(this.callId, this.token, 'POST', '/consent', { given, text_version: version, language: this.#wording?.language ?? i18n.language });
      this.view.answering(false, null);
      this.take(recording);
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      this.view.answering(false, problem.passing ? 'rec.trouble' : null);
      if (problem.passing && takesBack && WITH_CONSENT.includes(this.state)) {
        // A no has to arrive, and whoever said it is to see that it has not yet.
        this.view.hold(SENDING);
        setTimeout(() => WITH_CONSENT.includes(this.state) && !this.#over && this.#answer(false), this.#backoff.next());
      } else if (!problem.passing) {
        this.view.hush(SENDING);
        this.#wording = null;
        await this.#refresh();
        this.#draw();
      }
    } finally {
      clearTimeout(slow);
    }
  }

  #draw() {
    const own = this.#me !== null && !this.#isTeam;
    this.view.draw(this.state, own);
    if (!WITH_CONSENT.includes(this.state)) {
      this.view.hush(SENDING);
    }
    if (own && this.state === 'asked' && this.#wording?.language !== i18n.language) {
      this.#read(i18n.language);
    }
    this.view.ask(own && this.state === 'asked' ? this.#wording : null, this.#recording.asked_by);
  }

  // The words are the backend's, which keeps them with the answer.
  async #read(language) {
    if (this.#loading === language) {
      return;
    }
    this.#loading = language;
    try {
      this.#wording = await ask(this.callId, this.token, 'GET', `/text?language=${language}`);
      this.#backoff.reset();
      this.#loading = '';
      this.#draw();
    } catch (problem) {
      this.#loading = '';
      this.#again(problem, () => this.#draw());
    }
  }

  // Only what is final; when it was said is when its first words were.
  #heard(chunk) {
    const id = String(chunk?.messageID ?? '');
    if (id === '' || this.#posted === null) {
      return;
    }
    const at = this.#said.get(id) ?? new Date(this.clock.now()).toISOString();
    this.#said.set(id, at);
    if (chunk.final && WITH_CONSENT.includes(this.state)) {
      this.#said.delete(id);
      const language = chunk.language ? { language: String(chunk.language).slice(0, 35) } : {};
      this.#posted.add({ id: id.slice(0, 200), speaker: String(chunk.participant?.name ?? '').slice(0, 200), text: String(chunk.final).slice(0, 4_000), ...language, at });
    }
  }

  /** The call is over, or we have left it. */
  over() {
    if (!this.#over) {
      this.#over = true;
      this.media.over();
      this.#posted?.flush();
      this.view.close();
    }
  }

  #changed() {
    this.dispatchEvent(new Event('change'));
  }
}
