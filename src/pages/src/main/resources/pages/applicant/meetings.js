// The meetings of this applicant. None can be planned yet, and it says just that.
import { h } from '../shared/dom.js';
import { icon } from '../shared/icons.js';

export class Meetings {
  constructor() {
    this.element = h('section', { class: 'card', 'aria-labelledby': 'meetings-title', testid: 'meetings' },
      h('h2', { id: 'meetings-title', t: 'meetings.title' }),
      h('p', { class: 'empty muted' }, icon('calendar', 18), h('span', { t: 'meetings.empty' })));
  }
}
