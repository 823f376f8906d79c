// The frame of the scripted peer: carries what the test's server says to the page that embeds it, and what the page says to the server. It takes camera and
// microphone as a real frame does, so that a policy that forbids them shows. It is no Jitsi.
(async () => {
  const given = Object.fromEntries(location.hash.slice(1).split('&').filter(Boolean).map((part) => {
    const at = part.indexOf('=');
    return [part.slice(0, at), value(part.slice(at + 1))];
  }));
  const under = (prefix) => Object.fromEntries(Object.entries(given).filter(([key]) => key.startsWith(`${prefix}.`)).map(([key, one]) => [key.slice(prefix.length + 1), one]));
  const scope = `jitsi_meet_external_api_${given.jitsi_meet_external_api_id}`;
  const check = `${Date.now()}-${Math.random()}`;
  const kept = [];
  let open = false;

  function value(text) {
    try {
      return JSON.parse(decodeURIComponent(text));
    } catch {
      return decodeURIComponent(text);
    }
  }

  const post = (method, params) => parent.postMessage(JSON.stringify({ postis: true, scope, method, params }), '*');
  const send = (params) => (open ? post('message', params) : kept.push(params));
  const tell = (path, body) => fetch(`/scripted/${path}`, { method: 'POST', body: JSON.stringify(body) });

  let frame;
  let last = Promise.resolve();
  const early = [];
  const told = (what) => {
    if (frame) {
      last = last.then(() => tell(`told/${frame}`, what)).catch((problem) => console.error(`not told: ${problem}`));
    } else {
      early.push(what);
    }
  };

  window.addEventListener('message', (event) => {
    let message;
    try {
      message = JSON.parse(event.data);
    } catch {
      return;
    }
    if (event.source !== parent || !message?.postis || message.scope !== scope) {
      return;
    }
    if (message.method !== '__ready__') {
      told(message.params);
    } else if (message.params !== check) {
      post('__ready__', message.params);
    } else {
      clearInterval(timer);
      open = true;
      kept.splice(0).forEach(send);
    }
  });
  const timer = setInterval(() => post('__ready__', check), 50);

  const search = new URLSearchParams(location.search);
  frame = await (await tell('open', {
    path: decodeURIComponent(location.pathname.slice(1)), jwt: search.get('jwt'), lang: search.get('lang'), config: under('config'), interface: under('interfaceConfig'), user: under('userInfo'),
    embedded: parent !== window, referrer: document.referrer,
  })).text();
  early.splice(0).forEach(told);
  const orders = new EventSource(`/scripted/orders/${frame}`);
  orders.onmessage = ({ data }) => send(JSON.parse(data));

  // What the devices gave, and a connection to itself that carries it: the figures of a connection can be read here as in a real frame.
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    document.getElementById('self').srcObject = stream;
    const all = await navigator.mediaDevices.enumerateDevices();
    const of = (kind) => all.filter((one) => one.kind === kind).map(({ deviceId, label, groupId }) => ({ deviceId, label, groupId, kind }));
    told({ type: 'devices', audio: true, video: true, lists: { audioInput: of('audioinput'), audioOutput: of('audiooutput'), videoInput: of('videoinput') } });
    await loop(stream);
  } catch (problem) {
    told({ type: 'devices', audio: false, video: false, problem: `${problem.name}: ${problem.message}` });
  }

  async function loop(stream) {
    const near = new RTCPeerConnection();
    const far = new RTCPeerConnection();
    near.onicecandidate = ({ candidate }) => candidate && far.addIceCandidate(candidate);
    far.onicecandidate = ({ candidate }) => candidate && near.addIceCandidate(candidate);
    const back = new MediaStream();
    far.ontrack = ({ track }) => back.addTrack(track);
    stream.getTracks().forEach((track) => near.addTrack(track, stream));
    await near.setLocalDescription(await near.createOffer());
    await far.setRemoteDescription(near.localDescription);
    await far.setLocalDescription(await far.createAnswer());
    await near.setRemoteDescription(far.localDescription);
    document.getElementById('self').srcObject = back;
    window.scriptedConnections = [near, far];
  }
})();
