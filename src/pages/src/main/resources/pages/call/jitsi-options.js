// How a room of a Jitsi server is shown here: nothing before and after it, nothing that our own buttons do, nothing from third parties.
// What an older or newer server does not know it ignores; where a setting was renamed both names are given.

// What our own buttons do not offer.
const TOOLBAR = ['tileview', 'videoquality', 'noisesuppression', 'toggle-camera'];

/** @param own what is on when one comes in: `audio`, `video`; and `ask`: whether Jitsi may ask for the devices itself */
function config({ audio, video, ask }, buttons) {
  return {
    ...entrance(),
    ...silence(),
    ...privacy(),
    startWithAudioMuted: !audio,
    startWithVideoMuted: !video,
    disableInitialGUM: !ask,
    toolbarButtons: [...TOOLBAR, ...buttons],
    disableShortcuts: true,
    localRecording: { disable: true },
    recordings: { suggestRecording: false, showPrejoinWarning: false, showRecordingLink: false },
    transcription: { autoTranscribeOnRecord: false },
    whiteboard: { enabled: false },
    fileSharing: { enabled: false },
    breakoutRooms: { hideAddRoomButton: true },
  };
}

// Straight in, and straight out.
function entrance() {
  return {
    prejoinPageEnabled: false,
    prejoinConfig: { enabled: false },
    enableWelcomePage: false,
    welcomePage: { disabled: true },
    enableClosePage: false,
    disableDeepLinking: true,
    deeplinking: { disabled: true, desktop: { enabled: false } },
    requireDisplayName: false,
    readOnlyName: true,
    disableProfile: true,
    hideEmailInSettings: true,
    autoKnockLobby: true,
    lobby: { autoKnock: true, enableChat: false, showHangUp: false },
    feedbackPercentage: 0,
    notifyOnConferenceDestruction: false,
  };
}

// Its own chat, invitations, messages and questions: ours say it.
function silence() {
  return {
    notifications: [],
    disableChat: true,
    enableLobbyChat: false,
    disablePolls: true,
    disableReactions: true,
    disableInviteFunctions: true,
    hideLobbyButton: true,
    securityUi: { hideLobbyButton: true, disableLobbyPassword: true },
    hideConferenceSubject: true,
    hideConferenceTimer: true,
    enableInsecureRoomNameWarning: false,
    disabledSounds: ['KNOCKING_PARTICIPANT_SOUND', 'INCOMING_MSG_SOUND', 'REACTION_SOUND', 'RAISE_HAND_SOUND'],
    remoteVideoMenu: { disabled: true, disableKick: true, disableGrantModerator: true, disablePrivateChat: true },
    speakerStats: { disabled: true },
    doNotStoreRoom: true,
  };
}

function privacy() {
  return {
    disableThirdPartyRequests: true,
    analytics: { disabled: true, rtcstatsEnabled: false, watchRTCEnabled: false },
    gravatar: { disabled: true },
    giphy: { enabled: false },
    enableCalendarIntegration: false,
    enableDisplayNameInStats: false,
    enableEmailInStats: false,
    useHostPageLocalStorage: false,
  };
}

const INTERFACE = {
  DEFAULT_BACKGROUND: '#10161d',
  DISABLE_JOIN_LEAVE_NOTIFICATIONS: true,
  DISABLE_PRIVATE_MESSAGES: true,
  GENERATE_ROOMNAMES_ON_WELCOME_PAGE: false,
  HIDE_INVITE_MORE_HEADER: true,
  LANG_DETECTION: false,
  MOBILE_APP_PROMO: false,
  RECENT_LIST_ENABLED: false,
  SHOW_CHROME_EXTENSION_BANNER: false,
  SHOW_JITSI_WATERMARK: false,
  SHOW_BRAND_WATERMARK: false,
  SHOW_POWERED_BY: false,
  SHOW_PROMOTIONAL_CLOSE_PAGE: false,
};

/**
 * The options of the IFrame API. The person's name goes with them, never their e-mail.
 *
 * @param way the way in: `jitsi`, `jwt_token`
 * @param own what is on when one comes in: `audio`, `video`, `ask`
 * @param devices the labels of the devices that are liked best
 * @param buttons those of Jitsi's own that are needed here
 */
export function optionsFor({ way, name, language, own, devices, buttons, parentNode }) {
  return {
    roomName: way.jitsi.path,
    parentNode,
    lang: language,
    userInfo: { displayName: name },
    configOverwrite: config(own, buttons),
    interfaceConfigOverwrite: INTERFACE,
    ...(way.jwt_token ? { jwt: way.jwt_token } : {}),
    ...(Object.keys(devices).length > 0 ? { devices } : {}),
  };
}
