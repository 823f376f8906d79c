// A scripted stand-in for Jitsi's external_api.js, for tests: the same public surface, the same URL of the frame and the same messages to it, and none
// of its code. It is no Jitsi.
(() => {
  const COMMANDS = ['addBreakoutRoom', 'answerKnockingParticipant', 'approveVideo', 'askToUnmute', 'autoAssignToBreakoutRooms', 'avatarUrl', 'cancelPrivateChat',
    'closeBreakoutRoom', 'displayName', 'endConference', 'email', 'grantModerator', 'grantRecordingConsent', 'hangup', 'hideNotification', 'initiatePrivateChat',
    'joinBreakoutRoom', 'localSubject', 'kickParticipant', 'muteEveryone', 'muteRemoteParticipant', 'overwriteConfig', 'overwriteNames', 'password', 'pinParticipant',
    'rejectParticipant', 'removeBreakoutRoom', 'resizeFilmStrip', 'resizeLargeVideo', 'sendCameraFacingMode', 'sendChatMessage', 'sendEndpointTextMessage',
    'sendParticipantToRoom', 'sendTones', 'setAudioOnly', 'setAssumedBandwidthBps', 'setBlurredBackground', 'setFollowMe', 'setLargeVideoParticipant',
    'setMediaEncryptionKey', 'setNoiseSuppressionEnabled', 'setParticipantVolume', 'setSubtitles', 'setTileView', 'setVideoQuality', 'setVirtualBackground',
    'showNotification', 'startRecording', 'startShareVideo', 'stopRecording', 'stopShareVideo', 'subject', 'submitFeedback', 'toggleAudio', 'toggleCamera',
    'toggleCameraMirror', 'toggleChat', 'toggleE2EE', 'toggleFilmStrip', 'toggleLobby', 'toggleModeration', 'toggleNoiseSuppression', 'toggleParticipantsPane',
    'toggleRaiseHand', 'toggleShareScreen', 'toggleSubtitles', 'toggleTileView', 'toggleVirtualBackgroundDialog', 'toggleVideo', 'toggleWhiteboard', 'showPiP', 'hidePiP'];
  const ODD_COMMANDS = { hangup: 'video-hangup', toggleVirtualBackgroundDialog: 'toggle-virtual-background', toggleE2EE: 'toggle-e2ee', showPiP: 'show-pip', hidePiP: 'hide-pip',
    sendCameraFacingMode: 'send-camera-facing-mode-message' };
  const EVENTS = ['avatarChanged', 'audioAvailabilityChanged', 'audioMuteStatusChanged', 'audioOnlyChanged', 'audioOrVideoSharingToggled', 'breakoutRoomsUpdated', 'browserSupport',
    'cameraError', 'chatUpdated', 'computePressureChanged', 'conferenceCreatedTimestamp', 'contentSharingParticipantsChanged', 'customNotificationActionTriggered',
    'dataChannelClosed', 'dataChannelOpened', 'deviceListChanged', 'displayNameChange', 'dominantSpeakerChanged', 'emailChange', 'errorOccurred', 'endpointTextMessageReceived',
    'faceLandmarkDetected', 'feedbackSubmitted', 'feedbackPromptDisplayed', 'filmstripDisplayChanged', 'incomingMessage', 'knockingParticipant', 'log', 'micError',
    'moderationParticipantApproved', 'moderationParticipantRejected', 'moderationStatusChanged', 'mouseEnter', 'mouseLeave', 'mouseMove', 'nonParticipantMessageReceived',
    'notificationTriggered', 'outgoingMessage', 'p2pStatusChanged', 'participantJoined', 'participantKickedOut', 'participantLeft', 'participantMuted', 'participantRoleChanged',
    'participantsPaneToggled', 'passwordRequired', 'peerConnectionFailure', 'prejoinScreenLoaded', 'proxyConnectionEvent', 'raiseHandUpdated', 'ready',
    'recordingConsentDialogOpen', 'recordingLinkAvailable', 'recordingStatusChanged', 'videoConferenceJoined', 'videoConferenceLeft', 'videoAvailabilityChanged',
    'videoMuteStatusChanged', 'videoQualityChanged', 'screenSharingStatusChanged', 'subjectChange', 'suspendDetected', 'tileViewChanged', 'toolbarButtonClicked',
    'toolbarVisibilityChanged', 'transcribingStatusChanged', 'transcriptionChunkReceived', 'whiteboardStatusChanged'];
  const ODD_EVENTS = { 'video-ready-to-close': 'readyToClose', 'participant-menu-button-clicked': 'participantMenuButtonClick', 'pip-entered': 'pipEntered', 'pip-left': 'pipLeft' };
  const ASKED = { getRoomsInfo: 'rooms-info', getSharedDocumentUrl: 'get-shared-document-url', isP2pActive: 'get-p2p-status', getContentSharingParticipants: 'get-content-sharing-participants',
    getLivestreamUrl: 'get-livestream-url', isAudioAvailable: 'is-audio-available', isAudioMuted: 'is-audio-muted', isAudioDisabled: 'is-audio-disabled',
    isParticipantsPaneOpen: 'is-participants-pane-open', isSharingScreen: 'is-sharing-screen', isStartSilent: 'is-start-silent', getDeploymentInfo: 'deployment-info',
    getSessionId: 'session-id', isVideoAvailable: 'is-video-available', isVideoMuted: 'is-video-muted', listBreakoutRooms: 'list-breakout-rooms' };
  const dashed = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const WIRE = Object.fromEntries(COMMANDS.map((name) => [name, ODD_COMMANDS[name] ?? dashed(name)]));
  const NAMES = { ...Object.fromEntries(EVENTS.map((name) => [dashed(name), name])), 'p2p-status-changed': 'p2pStatusChanged', ...ODD_EVENTS };
  let instances = 0;

  class Emitter {
    #listeners = new Map();

    on(event, listener) {
      this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
      return this;
    }

    once(event, listener) {
      const first = (...said) => {
        this.off(event, first);
        listener.apply(this, said);
      };
      return this.on(event, first);
    }

    off(event, listener) {
      this.#listeners.set(event, (this.#listeners.get(event) ?? []).filter((one) => one !== listener));
      return this;
    }

    addListener(event, listener) {
      return this.on(event, listener);
    }

    removeListener(event, listener) {
      return this.off(event, listener);
    }

    removeAllListeners(event) {
      event === undefined ? this.#listeners.clear() : this.#listeners.delete(event);
      return this;
    }

    listenerCount(event) {
      return (this.#listeners.get(event) ?? []).length;
    }

    emit(event, ...said) {
      const listeners = this.#listeners.get(event) ?? [];
      listeners.forEach((listener) => listener.apply(this, said));
      return listeners.length > 0;
    }
  }

  // One message channel between two windows: what is said before the other side listens is kept until it does.
  class Channel {
    #kept = [];
    #open = false;
    #asked = 0;
    #waiting = new Map();
    #check = `${Date.now()}-${Math.random()}`;

    constructor(target, scope, origin, take) {
      Object.assign(this, { target, scope, take });
      this.hear = (event) => event.origin === origin && this.#hear(event.data);
      window.addEventListener('message', this.hear);
      this.timer = setInterval(() => this.#post('__ready__', this.#check), 50);
    }

    #hear(text) {
      let message;
      try {
        message = JSON.parse(text);
      } catch {
        return;
      }
      if (!message?.postis || message.scope !== this.scope) {
        return;
      }
      if (message.method === '__ready__') {
        this.#ready(message.params);
      } else if (message.params.type === 'response') {
        this.#answer(message.params);
      } else {
        this.take(message.params.data);
      }
    }

    #ready(check) {
      if (check !== this.#check) {
        this.#post('__ready__', check);
        return;
      }
      clearInterval(this.timer);
      this.#open = true;
      this.#kept.splice(0).forEach((params) => this.#post('message', params));
    }

    #answer({ id, result, error }) {
      const { resolve, reject } = this.#waiting.get(id) ?? {};
      this.#waiting.delete(id);
      result === undefined ? reject?.(error) : resolve?.(result);
    }

    #post(method, params) {
      this.target.postMessage(JSON.stringify({ postis: true, scope: this.scope, method, params }), '*');
    }

    send(params) {
      this.#open ? this.#post('message', params) : this.#kept.push(params);
    }

    ask(data) {
      const id = ++this.#asked;
      return new Promise((resolve, reject) => {
        this.#waiting.set(id, { resolve, reject });
        this.send({ type: 'request', data, id });
      });
    }

    close() {
      clearInterval(this.timer);
      window.removeEventListener('message', this.hear);
    }
  }

  function fragment(prefix, values) {
    return Object.entries(values ?? {}).filter(([, value]) => value !== undefined).map(([key, value]) => `&${prefix}.${key}=${encodeURIComponent(JSON.stringify(value))}`).join('');
  }

  function address(domain, { roomName = '', jwt, lang, configOverwrite, interfaceConfigOverwrite, userInfo, devices, release }) {
    const url = new URL(`https://${domain}/`);
    url.pathname = `/${roomName}`;
    if (jwt) {
      url.searchParams.set('jwt', jwt);
    }
    if (lang || configOverwrite?.defaultLanguage) {
      url.searchParams.set('lang', lang || configOverwrite.defaultLanguage);
    }
    if (release) {
      url.searchParams.set('release', release);
    }
    return `${url}#jitsi_meet_external_api_id=${instances}${jwt ? `&jwt=${JSON.stringify(jwt)}` : ''}${fragment('config', configOverwrite)}`
      + `${fragment('interfaceConfig', interfaceConfigOverwrite)}${fragment('devices', devices)}${fragment('userInfo', userInfo)}`;
  }

  class JitsiMeetExternalAPI extends Emitter {
    #participants = {};
    #number = 0;
    #me;

    constructor(domain, options = {}) {
      super();
      const { width = '100%', height = '100%', parentNode = document.body, onload, sandbox } = options;
      this.onload = onload;
      this.frame = document.createElement('iframe');
      this.frame.allow = 'autoplay; camera; clipboard-write; compute-pressure; display-capture; hid; microphone; screen-wake-lock; speaker-selection';
      this.frame.name = this.frame.id = `jitsiConferenceFrame${instances}`;
      Object.assign(this.frame.style, { width: size(width), height: size(height), border: '0px' });
      this.frame.setAttribute('allowFullScreen', 'true');
      if (sandbox) {
        this.frame.sandbox = sandbox;
      }
      this.frame.src = address(domain, options);
      parentNode.appendChild(this.frame);
      this.channel = new Channel(this.frame.contentWindow, `jitsi_meet_external_api_${instances}`, new URL(this.frame.src).origin, (event) => this.#take(event));
      instances++;
    }

    #take({ name, ...data }) {
      switch (name) {
        case 'ready': this.onload?.(); break;
        case 'video-conference-joined':
          this.#me = data.id;
          this.#participants[data.id] = { email: data.email, avatarURL: data.avatarURL };
          this.#count(data);
          break;
        case 'participant-joined': this.#count(data); break;
        case 'participant-left': this.#number--; delete this.#participants[data.id]; break;
        // It can repeat, and is counted each time.
        case 'video-conference-left': this.#number--; delete this.#participants[this.#me]; break;
      }
      if (NAMES[name]) {
        this.emit(NAMES[name], data);
      }
    }

    #count({ id, displayName, formattedDisplayName }) {
      this.#participants[id] = { ...this.#participants[id], displayName, formattedDisplayName };
      this.#number++;
    }

    executeCommand(name, ...data) {
      if (!(name in WIRE)) {
        console.error('Not supported command name.');
        return;
      }
      this.channel.send({ type: 'event', data: { data, name: WIRE[name] } });
    }

    executeCommands(list) {
      Object.entries(list).forEach(([name, data]) => this.executeCommand(name, data));
    }

    addEventListener(event, listener) {
      this.on(event, listener);
    }

    addEventListeners(listeners) {
      Object.entries(listeners).forEach(([event, listener]) => this.on(event, listener));
    }

    removeEventListener(event) {
      this.removeAllListeners(event);
    }

    removeEventListeners(events) {
      events.forEach((event) => this.removeAllListeners(event));
    }

    getIFrame() {
      return this.frame;
    }

    getNumberOfParticipants() {
      return this.#number;
    }

    getParticipantsInfo() {
      return Object.entries(this.#participants).map(([participantId, one]) => Object.assign(one, { participantId }));
    }

    getDisplayName(id) {
      return this.#participants[id]?.displayName;
    }

    getEmail(id) {
      return this.#participants[id]?.email;
    }

    getSupportedCommands() {
      return COMMANDS;
    }

    getSupportedEvents() {
      return Object.values(NAMES);
    }

    getAvailableDevices() {
      return this.channel.ask({ type: 'devices', name: 'getAvailableDevices' }).catch(() => ({}));
    }

    getCurrentDevices() {
      return this.channel.ask({ type: 'devices', name: 'getCurrentDevices' }).catch(() => ({}));
    }

    setAudioInputDevice(label, deviceId) {
      return this.#device('audioinput', label, deviceId);
    }

    setAudioOutputDevice(label, deviceId) {
      return this.#device('audiooutput', label, deviceId);
    }

    setVideoInputDevice(label, deviceId) {
      return this.#device('videoinput', label, deviceId);
    }

    #device(kind, label, id) {
      return this.channel.ask({ type: 'devices', name: 'setDevice', device: { kind, label, id } });
    }

    pinParticipant(...data) {
      this.executeCommand('pinParticipant', ...data);
    }

    startRecording(options) {
      this.executeCommand('startRecording', options);
    }

    stopRecording(...data) {
      this.executeCommand('stopRecording', ...data);
    }

    setVirtualBackground(...data) {
      this.executeCommand('setVirtualBackground', ...data);
    }

    dispose() {
      this.emit('_willDispose');
      this.channel.close();
      this.removeAllListeners();
      this.frame.remove();
    }
  }

  for (const [method, name] of Object.entries(ASKED)) {
    JitsiMeetExternalAPI.prototype[method] = function ask() {
      return this.channel.ask({ name });
    };
  }

  function size(given) {
    return typeof given === 'number' ? `${given}px` : given;
  }

  window.JitsiMeetExternalAPI = JitsiMeetExternalAPI;
})();
