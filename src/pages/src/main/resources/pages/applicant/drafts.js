// What was begun and not sent: text, the message that it answers, files that are up already.

export class Drafts {
  /** @param name under which it is kept */
  constructor(name) {
    this.name = name;
  }

  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name) ?? '{}') ?? {};
      return { body: String(kept.body ?? ''), reply_to: kept.reply_to ?? null, attachments: list(kept.attachments), lost: list(kept.lost) };
    } catch {
      return { body: '', reply_to: null, attachments: [], lost: [] };
    }
  }

  /** @param draft `{body, reply_to, attachments, lost}`; an empty one is no draft */
  write(draft) {
    try {
      if (draft.body === '' && !draft.reply_to && draft.attachments.length === 0 && draft.lost.length === 0) {
        localStorage.removeItem(this.name);
      } else {
        localStorage.setItem(this.name, JSON.stringify(draft));
      }
    } catch {
      this.write = () => {}; // Storage is switched off: a draft lives as long as the page.
    }
  }
}

const list = (value) => (Array.isArray(value) ? value : []);
