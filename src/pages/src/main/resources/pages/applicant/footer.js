// The line at the foot: what concerns this browser, rather than the person.
import { h } from '../shared/dom.js';

export class Footer {
  constructor({ notifications, install, settings, leave }) {
    this.notify = h('button', { class: 'link', testid: 'foot-notifications', t: 'foot.notifications', on: { click: settings } });
    this.install = h('button', { class: 'link', testid: 'install', t: 'foot.install', on: { click: () => install.ask() } });
    this.element = h('footer', { class: 'foot-line small muted' }, h('span', { t: 'foot.browser' }), this.notify, this.install,
      h('button', { class: 'link', testid: 'sign-out-open', t: 'foot.sign_out', on: { click: leave } }));
    const draw = () => {
      this.install.hidden = !install.possible;
      this.notify.hidden = notifications.state === 'insecure';
    };
    install.addEventListener('change', draw);
    notifications.addEventListener('change', draw);
    draw();
  }
}
