// What comes over the line about the chat, put where it belongs.
import { isInRoom, isOver } from '../shared/calls.js';

export class Inbox {
  #live = new Set();

  /** @param parts what the chat is made of; @param act `draw()`, `fill()`, `catchUp()`, `following()` says whether the reader is at the end and looks */
  constructor(parts, act) {
    Object.assign(this, parts);
    this.act = act;
  }

  welcome(live) {
    this.#live = new Set(live.map((call) => call.call_id));
    live.forEach((call) => this.calls.apply(call));
  }

  receive(message) {
    switch (message.type) {
      case 'chat_message':
      case 'chat_reaction':
      case 'chat_typing':
      case 'chat_status':
      case 'chat_ack':
        if (message.room_id === this.room) {
          this.#said(message);
        }
        break;
      case 'error':
        if (!this.outbox.refused(message) && !this.callMe.refused(message)) {
          this.changes.refused(message);
        }
        break;
      default:
        this.#called(message.call);
        break;
    }
  }

  #said(message) {
    switch (message.type) {
      case 'chat_message':
        this.#came(message);
        break;
      case 'chat_reaction':
        this.model.reacted(message);
        this.#changed(message);
        break;
      case 'chat_typing':
        this.typing.show(message);
        break;
      case 'chat_status':
        this.#status(message);
        break;
      default:
        this.#stored(message);
        break;
    }
    this.act.draw();
  }

  // Whether one can join a call is a matter of what is known of it now.
  #called(call) {
    if (call && this.calls.apply(call)) {
      this.#live.add(call.call_id);
      this.act.draw();
    }
  }

  /** The call is under way. */
  isLive(callId) {
    return this.#live.has(callId) && isInRoom(this.calls.get(callId));
  }

  #came(entry) {
    const own = entry.sender_id === this.me;
    const fresh = this.model.add(entry);
    if (isOver(entry.call)) {
      this.calls.apply(entry.call); // Its own event may have been lost with a line.
    }
    if (entry.change) {
      this.#changed(entry);
    }
    if (own && entry.key) {
      this.outbox.stored(entry.key);
      this.callMe.stored(entry.key);
    }
    if (fresh && !own) {
      this.#heard(entry);
    }
    this.act.fill();
  }

  #heard(entry) {
    this.typing.stop(entry.sender_id);
    if (entry.kind !== 'text' && entry.kind !== 'call_me') {
      return;
    }
    if (!this.act.following() && (this.model.newFrom === null || this.model.newFrom <= this.unread.mark)) {
      this.model.newFrom = entry.seq;
    }
    this.attention.message({ ...entry, body: entry.body || (entry.attachments?.[0]?.name ?? '') });
    this.announcer.heard(entry);
  }

  #changed({ message_id: id, change }) {
    const entry = this.model.quoted(id);
    if (entry) {
      this.changes.seen(entry);
    }
    if (this.model.changed(change)) {
      this.act.catchUp();
    }
  }

  #status(message) {
    this.model.status(message);
    if (message.user_id === this.me) {
      this.unread.raise(message.read_seq ?? 0);
      if (message.unread !== undefined) {
        this.unread.counted(message.unread);
      }
    }
  }

  // The sender is told of its own message by this alone.
  #stored({ key, message_id, seq, sent_at, room_id }) {
    const mine = this.outbox.stored(key);
    if (mine !== null && !this.model.entries.has(seq)) {
      const files = mine.attachments?.length > 0 ? { attachments: mine.attachments } : {};
      this.model.add({ room_id, message_id, seq, sender_id: this.me, sender_name: '', kind: 'text', body: mine.body, sent_at, key, ...files, ...(mine.reply_to ? { reply_to: mine.reply_to } : {}) });
    }
    this.callMe.stored(key);
    this.act.fill();
  }
}
