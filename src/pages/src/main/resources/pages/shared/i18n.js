// The page's language: one table of sentences per language, chosen by the applicant and kept on the server.

export const LANGUAGES = ['en', 'tr'];

class I18n extends EventTarget {
  #tables = { en: {}, tr: {} };
  #language = 'en';

  get language() {
    return this.#language;
  }

  /** The locale for dates and numbers. */
  get locale() {
    return this.#language === 'tr' ? 'tr-TR' : 'en-GB';
  }

  /** Adds the sentences of a page. */
  add(en, tr) {
    Object.assign(this.#tables.en, en);
    Object.assign(this.#tables.tr, tr);
  }

  /** Switches; anything but Turkish is English. Listeners of `change` draw themselves again. */
  use(language) {
    const next = pick(language);
    document.documentElement.lang = next;
    if (next !== this.#language) {
      this.#language = next;
      this.dispatchEvent(new Event('change'));
    }
  }

  /** The sentence of a key, `{name}` replaced. An unknown key is a mistake that a test finds. */
  t(key, values = {}) {
    const sentence = this.#tables[this.#language][key] ?? this.#tables.en[key] ?? key;
    return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
  }
}

/** The language that is spoken here for a BCP 47 tag. */
export function pick(tag) {
  return String(tag ?? '').toLowerCase().startsWith('tr') ? 'tr' : 'en';
}

export const i18n = new I18n();
export const t = (key, values) => i18n.t(key, values);
