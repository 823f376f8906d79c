// The product's sign and name.
import { h } from './dom.js';

export function brand() {
  return h('b', { class: 'brand' }, h('img', { src: '/pages/shared/icon.svg', alt: '', width: '24', height: '24' }), 'Optima');
}
