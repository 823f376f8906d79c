// The recruiter's camera, microphone and speaker before the first call, in the console's window or in a browser. It needs no
// session and sends nothing; what is chosen is kept where the call page looks for it.
import { i18n } from '../shared/i18n.js';
import { translate } from '../shared/dom.js';
import { DeviceCheck } from '../applicant/device-check.js';
import checkEn from '../applicant/messages-en.js';
import checkTr from '../applicant/messages-tr.js';
import en from './messages-en.js';
import tr from './messages-tr.js';

const asked = new URLSearchParams(location.search);
// The console's window has no address bar with switches: what is refused there, the system refuses.
const inConsole = asked.get('host') === 'console';
const refused = /Windows/.test(navigator.userAgent) ? 'devices.denied_windows' : /Macintosh/.test(navigator.userAgent) ? 'devices.denied_mac' : 'devices.denied_other';

i18n.add(checkEn, checkTr);
i18n.add(en, tr);
i18n.addEventListener('change', () => translate(document));
i18n.use(asked.get('lang') ?? navigator.language);
document.body.classList.toggle('night', asked.get('theme') === 'dark');

const check = new DeviceCheck({
  'check.insecure_text': 'devices.insecure',
  ...(inConsole ? { 'check.denied_chromium': refused, 'check.denied_system': refused } : {}),
});
document.getElementById('app').append(check.element);
check.start();
