// Where one writes: the text, what it answers or changes, its files. Pasted and dropped files come here as well.
import { announce, h, say } from '../shared/dom.js';
import { t } from '../shared/i18n.js';
import { icon } from '../shared/icons.js';
import { quoteText } from './message-view.js';
import { filesOf } from './dropped.js';
import { MOST_FILES, Tray } from './tray.js';

const MOST = 4_000;
const FEW_LEFT = 300;
const TALLEST = 140;

export class Composer {
  #reply = null;
  #editing = null;
  #stash = '';
  #whenUp = false;
  #saveTimer = 0;

  /** @param act `send(message)`, `edit(item, body)`, `editLast()`, `typing()`, `emoji(opener, chosen)`, `quote(messageId)` gives what a reply shows */
  constructor(room, drafts, act) {
    this.drafts = drafts;
    this.act = act;
    this.tray = new Tray(room);
    this.#build();
    this.tray.next = this.input;
    this.tray.addEventListener('change', () => this.#filesChanged());
    addEventListener('pagehide', () => this.#save());
    this.#restore();
  }

  #build() {
    this.input = h('textarea', { class: 'composer-input', testid: 'composer', rows: '1', dir: 'auto', maxlength: String(MOST), placeholderKey: 'chat.write', label: 'chat.write', 'aria-describedby': 'composer-about', on: { keydown: (e) => this.#key(e), input: () => this.#typed(), paste: (e) => this.#pasted(e) } });
    this.about = h('div', { class: 'composer-about', id: 'composer-about', testid: 'composer-about', hidden: true });
    this.problem = h('div', { class: 'composer-problem', role: 'alert', testid: 'composer-problem', hidden: true });
    this.left = h('span', { class: 'composer-left small muted nums', testid: 'left', hidden: true });
    this.chooser = h('input', { type: 'file', multiple: true, hidden: true, testid: 'file-input', on: { change: () => this.#chosen() } });
    this.attach = h('button', { class: 'btn quiet icon-only', type: 'button', testid: 'attach', label: 'file.attach', hint: 'file.attach', on: { click: () => this.chooser.click() } }, icon('clip', 20));
    this.smile = h('button', { class: 'btn quiet icon-only', type: 'button', testid: 'emoji', label: 'chat.emoji', hint: 'chat.emoji', on: { click: () => this.act.emoji(this.smile, (emoji) => this.#insert(emoji)) } }, icon('smile', 20));
    this.words = h('span', { class: 'send-words', t: 'chat.send' });
    this.button = h('button', { class: 'btn primary', type: 'submit', testid: 'send' }, icon('send', 16), this.words);
    this.element = h('form', { class: 'composer', on: { submit: (e) => this.#submit(e) } },
      this.problem, this.about, this.tray.element, this.chooser,
      h('div', { class: 'composer-row' }, this.attach, this.smile, this.input, this.left, this.button));
  }

  #restore() {
    const draft = this.drafts.read();
    this.input.value = draft.body;
    this.#reply = draft.reply_to;
    this.tray.restore(draft.attachments, draft.lost);
    this.draw();
  }

  #save() {
    clearTimeout(this.#saveTimer);
    this.drafts.write({ body: this.#editing ? this.#stash : this.input.value, reply_to: this.#reply, attachments: this.tray.attachments, lost: this.tray.unfinished });
  }

  #saveSoon() {
    clearTimeout(this.#saveTimer);
    this.#saveTimer = setTimeout(() => this.#save(), 300);
  }

  /** Says above the text what it answers or changes. */
  draw() {
    const quote = this.#reply && !this.#editing ? this.act.quote(this.#reply) : null;
    this.about.hidden = quote === null && this.#editing === null;
    if (!this.about.hidden) {
      const [sign, title, text] = this.#editing ? ['pencil', t('chat.editing'), this.#editing.body] : ['reply', quote.own ? t('chat.replying_self') : t('chat.replying', { name: quote.name ?? '' }), quoteText(quote)];
      this.about.replaceChildren(icon(sign, 16), h('span', { class: 'about-text grow' }, h('b', {}, title), h('span', { class: 'muted', dir: 'auto' }, text)),
        h('button', { class: 'tool', type: 'button', label: 'chat.cancel', testid: 'about-cancel', on: { click: () => this.#cancel() } }, icon('close', 15)));
    }
    this.attach.disabled = this.#editing !== null || this.tray.count >= MOST_FILES;
    say(this.words, 't', this.#editing ? 'chat.save' : this.#whenUp ? 'file.when_up' : 'chat.send');
    this.element.dataset.waiting = String(this.#whenUp);
    this.#grow();
  }

  /** The next message answers this one. */
  reply(item) {
    this.#leaveEditing();
    this.#reply = item.message_id;
    this.draw();
    this.#save();
    this.focus();
  }

  /** The text of a message is put here to be changed. */
  edit(item) {
    if (this.#editing === null) {
      this.#stash = this.input.value;
    }
    this.#editing = item;
    this.input.value = item.body;
    this.draw();
    this.focus();
    this.input.setSelectionRange(item.body.length, item.body.length);
  }

  #leaveEditing() {
    if (this.#editing !== null) {
      this.#editing = null;
      this.input.value = this.#stash;
    }
  }

  #cancel() {
    if (this.#editing !== null) {
      this.#leaveEditing();
    } else {
      this.#reply = null;
    }
    this.draw();
    this.#save();
    this.focus();
  }

  focus() {
    this.input.focus();
  }

  /** Says why something was not taken; the next keystroke takes it away. */
  complain(key, values) {
    this.problem.textContent = t(key, values);
    this.problem.hidden = false;
  }

  /** Takes files from wherever they come. */
  async take(transfer) {
    const { files, folders } = filesOf(transfer);
    this.add(files);
    if (folders > 0) {
      this.complain('file.folder');
    }
    return files.length > 0;
  }

  add(files) {
    this.#leaveEditing();
    this.problem.hidden = true;
    if (this.tray.add(files) > 0) {
      this.complain('file.too_many', { count: MOST_FILES });
    }
    this.draw();
    this.focus();
  }

  #chosen() {
    const files = [...this.chooser.files];
    this.chooser.value = '';
    this.add(files);
  }

  #pasted(event) {
    if (event.clipboardData?.files.length > 0) {
      event.preventDefault();
      this.take(event.clipboardData);
    }
  }

  #filesChanged() {
    this.#saveSoon();
    if (this.#whenUp && (this.tray.failed || this.tray.count === 0)) {
      this.#whenUp = false;
    } else if (this.#whenUp && !this.tray.busy) {
      this.#send();
    }
    this.draw();
  }

  #insert(emoji) {
    this.input.setRangeText(emoji, this.input.selectionStart, this.input.selectionEnd, 'end');
    this.#typed();
    this.focus();
  }

  #typed() {
    this.problem.hidden = true;
    this.#grow();
    if (this.#editing === null) {
      this.#saveSoon();
      if (this.input.value.trim() !== '') {
        this.act.typing();
      }
    }
  }

  #key(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      this.#submit(event);
    } else if (event.key === 'Escape' && !this.about.hidden) {
      event.stopPropagation();
      this.#cancel();
    } else if (event.key === 'ArrowUp' && this.input.value === '' && this.#editing === null) {
      event.preventDefault();
      this.act.editLast();
    }
  }

  #submit(event) {
    event.preventDefault();
    const body = this.input.value.trim();
    if (this.#editing !== null) {
      this.#saveEdit(body);
    } else if (this.tray.failed) {
      this.complain('file.first');
    } else if (this.tray.busy) {
      this.#whenUp = !this.#whenUp;
      announce(t(this.#whenUp ? 'file.when_up' : 'chat.cancel'));
      this.draw();
    } else if (body !== '' || this.tray.count > 0) {
      this.#send();
    }
    this.focus();
  }

  #saveEdit(body) {
    const item = this.#editing;
    if (body === '') {
      return;
    }
    this.#leaveEditing();
    this.draw();
    if (body !== item.body) {
      this.act.edit(item, body);
    }
  }

  #send() {
    const message = { body: this.input.value.trim(), reply_to: this.#reply, attachments: this.tray.attachments };
    this.#whenUp = false;
    this.#reply = null;
    this.input.value = '';
    this.tray.clear();
    this.problem.hidden = true;
    this.draw();
    this.#save();
    this.act.send(message);
  }

  #grow() {
    const { input } = this;
    if (input.isConnected) {
      input.style.height = 'auto';
      input.style.height = `${Math.min(TALLEST, input.scrollHeight + 2)}px`;
    }
    const left = MOST - input.value.length;
    this.left.hidden = left > FEW_LEFT;
    this.left.textContent = String(left);
  }
}
