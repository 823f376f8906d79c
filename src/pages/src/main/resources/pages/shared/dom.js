// Builds elements. Text goes through textContent only, so nothing that a person wrote is ever read as markup.
import { i18n } from './i18n.js';

/**
 * An element. Properties: `class`, `testid`, `data` (an object), `on` (listeners), `t` (the key of its text), `label` and
 * `hint` (the keys of its aria-label and title), anything else is an attribute; true is an empty one, false or null is none.
 */
export function h(tag, props = {}, ...children) {
  const el = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    set(el, name, value);
  }
  el.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return el;
}

function set(el, name, value) {
  if (value === null || value === undefined || value === false) {
    return;
  }
  switch (name) {
    case 'class':
      el.className = value;
      break;
    case 'testid':
      el.dataset.testid = value;
      break;
    case 'data':
      Object.assign(el.dataset, value);
      break;
    case 'on':
      for (const [type, listener] of Object.entries(value)) {
        el.addEventListener(type, listener);
      }
      break;
    case 't':
    case 'label':
    case 'hint':
    case 'placeholderKey':
      say(el, name, value);
      break;
    default:
      el.setAttribute(name, value === true ? '' : value);
  }
}

/** Gives an element a text (or label, hint, placeholder) by key; a change of language finds it again. */
export function say(el, what, key) {
  el.dataset[DATA[what]] = key;
  speak(el);
}

const DATA = { t: 't', label: 'tLabel', hint: 'tHint', placeholderKey: 'tPlaceholder' };

function speak(el) {
  const { t, tLabel, tHint, tPlaceholder } = el.dataset;
  if (t) {
    el.textContent = i18n.t(t);
  }
  if (tLabel) {
    el.setAttribute('aria-label', i18n.t(tLabel));
  }
  if (tHint) {
    el.title = i18n.t(tHint);
  }
  if (tPlaceholder) {
    el.setAttribute('placeholder', i18n.t(tPlaceholder));
  }
}

/** Says everything below `root` again in the present language. */
export function translate(root) {
  for (const el of root.querySelectorAll('[data-t],[data-t-label],[data-t-hint],[data-t-placeholder]')) {
    speak(el);
  }
}

/** Puts `children` in the place of what `el` holds. */
export function fill(el, ...children) {
  el.replaceChildren(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return el;
}

/** Says something to a screen reader. The same sentence twice is said twice. */
export function announce(text) {
  const live = document.getElementById('live');
  if (live) {
    live.textContent = '';
    setTimeout(() => {
      live.textContent = text;
    }, 30);
  }
}
