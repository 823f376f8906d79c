package dev.optima.console.look;

/// The ids of the nodes that tests and pictures look for. Stable: others build on them.
public final class Ids {
  // Signing in
  public static final String LOGIN = "login";
  public static final String LOGIN_SERVER = "loginServer";
  public static final String SERVER = "server";
  public static final String SERVER_GO = "serverGo";
  public static final String SERVER_LINKED = "serverLinked";
  public static final String TROUBLE = "trouble";
  public static final String TROUBLE_STEP = "troubleStep";
  public static final String LOGIN_PLACE = "loginPlace";
  public static final String LOGIN_CHANGE = "loginChange";
  public static final String LOGIN_LINK_WAITS = "loginLinkWaits";
  public static final String DEVICES = "devices";
  public static final String DEVICES_STEP = "devicesStep";
  public static final String DEVICES_GO = "devicesGo";
  public static final String DEVICES_LEAVE = "devicesLeave";
  public static final String DEVICES_NOTE = "devicesNote";
  public static final String SETTINGS_DEVICES = "settingsDevices";
  public static final String LOGIN_EMAIL = "loginEmail";
  public static final String LOGIN_PASSWORD = "loginPassword";
  public static final String LOGIN_REMEMBER = "loginRemember";
  public static final String LOGIN_SUBMIT = "loginSubmit";
  public static final String LOGIN_PROBLEM = "loginProblem";
  public static final String LOGIN_LANGUAGE = "loginLanguage";

  // The window
  public static final String SHELL = "shell";
  public static final String NAV_APPLICANTS = "navApplicants";
  public static final String NAV_CALLS = "navCalls";
  public static final String NAV_SETTINGS = "navSettings";
  public static final String NAV_UNREAD = "navUnread";
  public static final String NAV_MISSED = "navMissed";
  public static final String NAV_USER = "navUser";
  public static final String OFFLINE_BAR = "offlineBar";
  public static final String OFFLINE_TEXT = "offlineText";
  public static final String OFFLINE_RETRY = "offlineRetry";
  public static final String IN_CALL_BAR = "inCallBar";

  /// Followed by the id of the meeting.
  public static final String KNOCK_BAR = "knockBar-";

  /// Followed by the id of the meeting.
  public static final String KNOCK_ADMIT = "knockAdmit-";

  public static final String IN_CALL_RETURN = "inCallReturn";
  public static final String RETURN_BAR = "returnBar";
  public static final String RETURN_TO_CALL = "returnToCall";
  public static final String RETURN_DISMISS = "returnDismiss";
  public static final String TOAST = "toast";
  public static final String TOAST_TEXT = "toastText";
  public static final String TOAST_STEP = "toastStep";
  public static final String TOAST_CLOSE = "toastClose";
  public static final String AVAILABILITY = "availability";
  public static final String PALETTE = "palette";
  public static final String PALETTE_INPUT = "paletteInput";
  public static final String PALETTE_LIST = "paletteList";
  public static final String SHORTCUTS = "shortcuts";
  public static final String DIALOG = "dialog";
  public static final String DIALOG_OK = "dialogOk";
  public static final String DIALOG_CANCEL = "dialogCancel";

  // Applicants and the room
  public static final String APPLICANT_SEARCH = "applicantSearch";
  public static final String APPLICANT_LIST = "applicantList";

  /// Begins the id of an applicant's row; the applicant's own id follows.
  public static final String APPLICANT = "applicant-";

  public static final String APPLICANT_IMPORT = "applicantImport";
  public static final String IMPORT = "import";
  public static final String IMPORT_CHOOSE = "importChoose";
  public static final String IMPORT_SAMPLE = "importSample";
  public static final String IMPORT_PROBLEM = "importProblem";
  public static final String IMPORT_COUNT = "importCount";
  public static final String IMPORT_TABLE = "importTable";
  public static final String IMPORT_RUN = "importRun";
  public static final String FILTER_UNREAD = "filterUnread";
  public static final String FILTER_STAGE = "filterStage";
  public static final String FILTER_ARCHIVED = "filterArchived";
  public static final String APPLICANT_NEW = "applicantNew";
  public static final String ROOM_NAME = "roomName";
  public static final String ROOM_STATUS = "roomStatus";
  public static final String VIDEO_CALL = "videoCall";
  public static final String INVITE = "invite";
  public static final String ROOM_MENU = "roomMenu";
  public static final String ARCHIVE = "archive";
  public static final String PROFILE = "profile";
  public static final String PLAN = "plan";
  public static final String OFFER = "offer";
  public static final String PROFILE_MEETINGS = "profileMeetings";
  public static final String PROFILE_JOIN = "profileJoin";
  public static final String PROFILE_MOVE = "profileMove";
  public static final String PROFILE_SHOW = "profileShow";
  public static final String PROFILE_TOGGLE = "profileToggle";

  /// Begins the id of a field of the profile; the field's name follows.
  public static final String PROFILE_FIELD = "profile-";

  /// A field of the profile at rest; its name is added.
  public static final String PROFILE_VALUE = "profileValue-";

  public static final String PROFILE_STAGE = "profileStage";
  public static final String PROFILE_LANGUAGE = "profileLanguage";
  public static final String PROFILE_TIME = "profileTime";
  public static final String PROFILE_NOTES = "profileNotes";
  public static final String NOTES_STATE = "notesState";
  public static final String NEW_NAME = "newName";
  public static final String NEW_EMAIL = "newEmail";
  public static final String NEW_PHONE = "newPhone";
  public static final String NEW_POSITION = "newPosition";
  public static final String NEW_LANGUAGE = "newLanguage";
  public static final String NEW_ZONE = "newZone";
  public static final String NEW_PROBLEM = "newProblem";
  public static final String NEW_CREATE = "newCreate";
  public static final String INVITE_LINK = "inviteLink";
  public static final String INVITE_MAIL = "inviteMail";
  public static final String INVITE_PREVIEW = "invitePreview";
  public static final String INVITE_SEND = "inviteSend";
  public static final String INVITE_MAIL_STATE = "inviteMailState";
  public static final String INVITE_COPY = "inviteCopy";
  public static final String INVITE_EXPIRES = "inviteExpires";

  // The thread
  public static final String CHAT_LIST = "chatList";
  public static final String CHAT_INPUT = "chatInput";
  public static final String CHAT_TYPING = "chatTyping";
  public static final String CHAT_PROBLEM = "chatProblem";
  public static final String SEND = "send";
  public static final String CHAT_NOTE = "chatNote";
  public static final String CHAT_LATEST = "chatLatest";
  public static final String MODE_CHAT = "modeChat";
  public static final String MODE_NOTE = "modeNote";
  public static final String ATTACH = "attach";
  public static final String EMOJI = "emoji";
  public static final String EMOJI_PICKER = "emojiPicker";
  public static final String COMPOSER_PROBLEM = "composerProblem";
  public static final String AIM = "aim";
  public static final String AIM_LEAVE = "aimLeave";
  public static final String TRAY = "tray";
  public static final String TRAY_PROBLEM = "trayProblem";
  public static final String ROOM_SEARCH = "roomSearch";
  public static final String SEARCH_FIELD = "searchField";
  public static final String SEARCH_HITS = "searchHits";
  public static final String SEARCH_STATE = "searchState";

  // Ringing and what comes of it
  public static final String RING_CARD = "ringCard";
  public static final String RING_TITLE = "ringTitle";
  public static final String RING_STATUS = "ringStatus";
  public static final String RING_CANCEL = "ringCancel";
  public static final String NOTICE = "notice";
  public static final String NOTICE_TITLE = "noticeTitle";
  public static final String NOTICE_TEXT = "noticeText";
  public static final String NOTICE_CLOSE = "noticeClose";
  public static final String NOTICE_CALL = "noticeCall";
  public static final String NOTICE_WRITE = "noticeWrite";
  public static final String NOTICE_WAIT = "noticeWait";
  public static final String NOTICE_RETURN = "noticeReturn";

  // The call
  public static final String CALL_VIEW = "callView";
  public static final String CALL_NAME = "callName";
  public static final String CALL_QUALITY = "callQuality";
  public static final String CALL_LENGTH = "callLength";
  public static final String CALL_STATE = "callState";
  public static final String CALL_PANEL = "callPanel";
  public static final String CALL_PANEL_TITLE = "callPanelTitle";
  public static final String CALL_REOPEN = "callReopen";
  public static final String SURFACE_NOTE = "surfaceNote";
  public static final String MUTE = "mute";
  public static final String CAMERA = "camera";
  public static final String AUDIO = "audio";
  public static final String SHARE = "share";
  public static final String CHAT = "chat";
  public static final String POP_OUT = "popOut";
  public static final String END_CALL = "endCall";
  public static final String PROVIDERS = "providers";
  public static final String PROVIDERS_PROBLEM = "providersProblem";
  public static final String PROVIDER_TEST = "providerTest-";
  public static final String PROVIDER_CHECK = "providerCheck-";
  public static final String PLAN_VIDEO = "planVideo";
  public static final String MORE = "moreControls";
  public static final String BACKGROUND = "background";
  public static final String LOBBY = "lobby";
  public static final String RECORD = "record";
  public static final String TRANSCRIBE = "transcribe";
  public static final String CALL_RECORDING = "callRecording";
  public static final String ROOM_KNOCKS = "roomKnocks";
  public static final String ROOM_ADMIT = "roomAdmit-";
  public static final String ROOM_REFUSE = "roomRefuse-";
  public static final String CALL_SIDE = "callSide";
  public static final String SIDE_CHAT = "sideChat";
  public static final String SIDE_PROFILE = "sideProfile";

  // The history
  public static final String CALLS = "calls";
  public static final String CALLS_LIVE = "callsLive";
  public static final String CALLS_HISTORY = "callsHistory";
  public static final String CALLS_ALL = "callsAll";
  public static final String CALLS_MISSED = "callsMissed";
  public static final String CALLS_REJECTED = "callsRejected";
  public static final String CALLS_MINE = "callsMine";
  public static final String CALLS_RETRY = "callsRetry";
  public static final String CALLS_FIGURE = "callsFigure-";
  public static final String CALLS_LIVE_NOTE = "callsLiveNote";
  public static final String CALLS_LIVE_RETRY = "callsLiveRetry";
  public static final String CALLS_LIVE_CARD = "callsLiveCard-";
  public static final String CALLS_LIVE_TIME = "callsLiveTime-";
  public static final String CALLS_RETURN = "callsReturn-";
  public static final String CALLS_JOIN = "callsJoin-";
  public static final String CALLS_END = "callsEnd-";
  public static final String CALLS_LIVE_MORE = "callsLiveMore-";
  public static final String INVITATION_BAR = "invitationBar-";
  public static final String INVITATION_JOIN = "invitationJoin-";
  public static final String INVITATION_DECLINE = "invitationDecline-";
  public static final String INVITE_TO_CALL = "inviteToCall";
  public static final String INVITE_COLLEAGUE = "inviteColleague-";
  public static final String CALLS_OPEN = "callsOpen-";
  public static final String CALLS_NEXT = "callsNext";
  public static final String CALLS_NEXT_RETURN = "callsNextReturn-";
  public static final String CALLS_NEXT_JOIN = "callsNextJoin-";
  public static final String CALLS_NEXT_OPEN = "callsNextOpen-";
  public static final String CALLS_NEXT_RING = "callsNextRing-";
  public static final String CALLS_NEXT_ADMIT = "callsNextAdmit-";
  public static final String CALLS_COUNT = "callsCount";
  public static final String CALLS_NOTE = "callsNote";
  public static final String CALLS_PROBLEM = "callsProblem";
  public static final String CALLS_SEARCH = "callsSearch";
  public static final String CALLS_FILTERS = "callsFilters";
  public static final String CALLS_BY_OUTCOME = "callsByOutcome";
  public static final String CALLS_BY_PERIOD = "callsByPeriod";
  public static final String CALLS_BY_PERSON = "callsByPerson";
  public static final String CALLS_BY_POSITION = "callsByPosition";
  public static final String CALLS_BACKWARD = "callsBackward";
  public static final String CALLS_FROM = "callsFrom";
  public static final String CALLS_TO = "callsTo";
  public static final String CALLS_CHIP = "callsChip-";
  public static final String CALLS_CLEAR = "callsClear";
  public static final String CALLS_SORT = "callsSort-";
  public static final String CALLS_CALL_BACK = "callsCallBack-";
  public static final String CALLS_FIND = "callsFind";
  public static final String CALLS_EXPORT = "callsExport";
  public static final String CALLS_EXPORT_CSV = "callsExportCsv";
  public static final String CALLS_EXPORT_REPORT = "callsExportReport";
  public static final String CALLS_EXPORTING = "callsExporting";
  public static final String CALLS_NEW = "callsNew";
  public static final String NEW_CALL = "newCall";
  public static final String NEW_CALL_SEARCH = "newCallSearch";
  public static final String NEW_CALL_OBSTACLE = "newCallObstacle";
  public static final String NEW_CALL_LIST = "newCallList";
  public static final String CALLS_DETAILS = "callsDetails-";
  public static final String CALL_DETAILS = "callDetails";
  public static final String CALL_DETAILS_TIMELINE = "callDetailsTimeline";
  public static final String CALL_DETAILS_QUALITY = "callDetailsQuality";
  public static final String CALL_DETAILS_CALL_BACK = "callDetailsCallBack";
  public static final String CALL_DETAILS_ROOM = "callDetailsRoom";
  public static final String CALL_TIMELINE = "callTimeline";
  public static final String CALL_TIMELINE_ALL = "callTimelineAll";
  public static final String CALL_TIMELINE_RETRY = "callTimelineRetry";
  public static final String CALL_TRANSCRIPT_RETRY = "callTranscriptRetry";
  public static final String CALL_QUALITY_GRAPHS = "callQualityGraphs";
  public static final String CALL_QUALITY_RETRY = "callQualityRetry";
  public static final String CALL_QUALITY_SCORES = "callQualityScores";
  public static final String CALL_QUALITY_REASONS = "callQualityReasons";
  public static final String CALL_DETAILS_CLOSE = "callDetailsClose";
  public static final String CALL_DETAILS_CONSENT = "callDetailsConsent";
  public static final String CALL_DETAILS_TRANSCRIPT = "callDetailsTranscript";
  public static final String CALL_DETAILS_RETRY = "callDetailsRetry";
  public static final String CALL_DETAILS_CONSENTS = "callDetailsConsents";
  public static final String CALL_DETAILS_STATE = "callDetailsState";
  public static final String CALL_DETAILS_LINK = "callDetailsLink";
  public static final String CALL_DETAILS_OPEN = "callDetailsOpen";
  public static final String CALL_DETAILS_LINES = "callDetailsLines";
  public static final String CALL_DETAILS_SEARCH = "callDetailsSearch";
  public static final String CALL_DETAILS_COPY = "callDetailsCopy";

  // Today
  public static final String TODAY = "today";
  public static final String NAV_TODAY = "navToday";
  public static final String NAV_ASKS = "navAsks";
  public static final String TODAY_NEXT = "todayNext";
  public static final String TODAY_COUNTDOWN = "todayCountdown";
  public static final String TODAY_OPENS = "todayOpens";
  public static final String TODAY_JOIN = "todayJoin";
  public static final String TODAY_LATE = "todayLate";
  public static final String TODAY_ROOM = "todayRoom";
  public static final String TODAY_EMPTY = "todayEmpty";
  public static final String TODAY_RETRY = "todayRetry";
  public static final String TODAY_QUESTIONS = "todayQuestions";

  /// Begins the id of the question about a meeting that should have begun; its id follows.
  public static final String TODAY_QUESTION = "todayQuestion-";

  public static final String TODAY_RING = "todayRing";
  public static final String TODAY_WAIT = "todayWait";
  public static final String TODAY_MOVE = "todayMove";
  public static final String TODAY_NO_SHOW = "todayNoShow";

  /// Begins the id of who did not come; [dev.optima.protocol.meeting.Absent] follows.
  public static final String TODAY_ABSENT = "todayAbsent-";

  public static final String TODAY_LATER = "todayLater";
  public static final String TODAY_WAITING = "todayWaiting";
  public static final String TODAY_REVIEW = "todayReview";
  public static final String TODAY_ABSENCES = "todayAbsences";
  public static final String TODAY_MISSED = "todayMissed";
  public static final String TODAY_PROPOSAL = "todayProposal";
  public static final String TODAY_OTHER_TIME = "todayOtherTime";

  /// Each begins the id of a button of a row; the meeting's id follows, or the call's.
  public static final String TODAY_LINE_JOIN = "todayLineJoin-";

  public static final String TODAY_SHOW = "todayShow-";
  public static final String TODAY_COMPLETE = "todayComplete-";
  public static final String TODAY_UNDO = "todayUndo-";
  public static final String TODAY_CALL_BACK = "todayCallBack-";

  // A link to pick a time with
  public static final String BOOKING = "booking";
  public static final String BOOKING_TITLE = "bookingTitle";
  public static final String BOOKING_BY_TIMES = "bookingByTimes";
  public static final String BOOKING_BY_RULE = "bookingByRule";
  public static final String BOOKING_SLOTS = "bookingSlots";
  public static final String BOOKING_SLOT = "bookingSlot";
  public static final String BOOKING_FROM_DAY = "bookingFromDay";
  public static final String BOOKING_COUNT = "bookingCount";
  public static final String BOOKING_RULE = "bookingRule";
  public static final String BOOKING_DAY = "bookingDay-";
  public static final String BOOKING_MAIL = "bookingMail";
  public static final String BOOKING_PROBLEM = "bookingProblem";
  public static final String BOOKING_MAKE = "bookingMake";
  public static final String BOOKING_LINK = "bookingLink";
  public static final String BOOKING_WITHDRAW = "bookingWithdraw-";

  // Settings
  public static final String SETTINGS = "settings";
  public static final String SETTINGS_LANGUAGE = "settingsLanguage";
  public static final String SETTINGS_SURFACE = "settingsSurface";
  public static final String SETTINGS_SOUNDS = "settingsSounds";
  public static final String SETTINGS_THEME = "settingsTheme";
  public static final String ALERTS_DESKTOP = "alertsDesktop";
  public static final String ALERTS_HIDE = "alertsHide";
  public static final String ALERTS_QUIET = "alertsQuiet";

  /// Begins the id of a kind's volume; the kind follows.
  public static final String ALERTS_VOLUME = "alertsVolume-";

  /// Begins the id of what plays a kind's tone; the kind follows.
  public static final String ALERTS_TRY = "alertsTry-";

  public static final String CALENDAR_SETTINGS = "calendarSettings";
  public static final String CALENDAR_PROBLEM = "calendarProblem";
  public static final String FEED_MAKE = "feedMake";
  public static final String FEED_END = "feedEnd";
  public static final String FEED_LINK = "feedLink";
  public static final String EXTERNAL_ICS = "externalIcs";
  public static final String EXTERNAL_CALDAV = "externalCaldav";
  public static final String EXTERNAL_URL = "externalUrl";
  public static final String EXTERNAL_USER = "externalUser";
  public static final String EXTERNAL_PASSWORD = "externalPassword";
  public static final String EXTERNAL_CONNECT = "externalConnect";
  public static final String EXTERNAL_DISCONNECT = "externalDisconnect";
  public static final String EXTERNAL_STATE = "externalState";
  public static final String MAIL_SETTINGS = "mailSettings";
  public static final String AUDIT = "audit";
  public static final String AUDIT_TABLE = "auditTable";
  public static final String AUDIT_WHO = "auditWho";
  public static final String AUDIT_ACT = "auditAct";
  public static final String AUDIT_FROM = "auditFrom";
  public static final String AUDIT_TO = "auditTo";
  public static final String AUDIT_WORDS = "auditWords";
  public static final String AUDIT_CLEAR = "auditClear";
  public static final String AUDIT_EXPORT = "auditExport";
  public static final String AUDIT_AGAIN = "auditAgain";
  public static final String AUDIT_DETAIL = "auditDetail";
  public static final String AUDIT_EXPORT_AGAIN = "auditExportAgain";
  public static final String AUDIT_EXPORT_PROBLEM = "auditExportProblem";
  public static final String AUDIT_PROBLEM = "auditProblem";
  public static final String AUDIT_SAVED = "auditSaved";
  public static final String MAIL_TEST_TO = "mailTestTo";
  public static final String MAIL_TEST_SEND = "mailTestSend";
  public static final String MAIL_TEST_ANSWER = "mailTestAnswer";

  /// Begins the id of what shows the mails of a state; the state follows.
  public static final String MAIL_STATE = "mailState-";

  public static final String MAIL_RETRY = "mailRetry";
  public static final String MAIL_DELETE = "mailDelete";
  public static final String SIGN_OUT = "signOut";
  public static final String ABOUT = "about";

  // The calendar
  public static final String NAV_CALENDAR = "navCalendar";
  public static final String SCHEDULE = "schedule";
  public static final String SCHEDULE_TITLE = "scheduleTitle";
  public static final String SCHEDULE_BACK = "scheduleBack";
  public static final String SCHEDULE_NEXT = "scheduleNext";
  public static final String SCHEDULE_TODAY = "scheduleToday";
  public static final String SCHEDULE_NEW = "scheduleNew";
  public static final String SCHEDULE_SIDE = "scheduleSide";
  public static final String SCHEDULE_MINI = "scheduleMini";
  public static final String SCHEDULE_AGENDA = "scheduleAgenda";
  public static final String SCHEDULE_PROBLEM = "scheduleProblem";
  public static final String SCHEDULE_RETRY = "scheduleRetry";

  /// Begins the id of what shows so much at once; its name follows.
  public static final String SCHEDULE_SPAN = "scheduleSpan-";

  /// Begins the id of what shows and hides a calendar; whose follows.
  public static final String SCHEDULE_CALENDAR = "scheduleCalendar-";

  public static final String CARD_CLOSE = "cardClose";
  public static final String CARD_JOIN = "cardJoin";
  public static final String CARD_ROOM = "cardRoom";
  public static final String CARD_EDIT = "cardEdit";
  public static final String CARD_CANCEL = "cardCancel";

  /// Begins the id of a proposed time; its number follows.
  public static final String CARD_PROPOSAL = "cardProposal-";

  public static final String CANCEL_REASON = "cancelReason";
  public static final String CANCEL_TELL = "cancelTell";
  public static final String CANCEL_PROBLEM = "cancelProblem";
  public static final String MOVE_TITLE = "moveTitle";
  public static final String MOVE_TEXT = "moveText";
  public static final String MOVE_PROBLEM = "moveProblem";
  public static final String MOVE_TELL = "moveTell";
  public static final String MOVE_QUIETLY = "moveQuietly";
  public static final String CLASH = "clash";
  public static final String CLASH_FREE = "clashFree";
  public static final String CLASH_REASON = "clashReason";
  public static final String PLAN_APPLICANT = "planApplicant";
  public static final String PLAN_TITLE = "planTitle";
  public static final String PLAN_DATE = "planDate";
  public static final String PLAN_TIME = "planTime";
  public static final String PLAN_LENGTH = "planLength";
  public static final String PLAN_HINT = "planHint";
  public static final String PLAN_NIGHT = "planNight";
  public static final String PLAN_INTERVIEWERS = "planInterviewers";
  public static final String PLAN_ADD = "planAdd";

  /// Begins the id of what takes an interviewer out; who follows.
  public static final String PLAN_REMOVE = "planRemove-";

  public static final String PLAN_DESCRIPTION = "planDescription";
  public static final String PLAN_MAIL_TOO = "planMailToo";
  public static final String PLAN_REMIND = "planRemind";
  public static final String PLAN_WAITING = "planWaiting";
  public static final String PLAN_CONSENT = "planConsent";
  public static final String PLAN_PROBLEM = "planProblem";
  public static final String PLAN_PREVIEW = "planPreview";
  public static final String PLAN_CLOSE = "planClose";
  public static final String PLAN_SAVE = "planSave";
  public static final String PLAN_MAIL = "planMail";
  public static final String PLAN_MAIL_PROBLEM = "planMailProblem";

  /// Begins the id of a chart; its own follows.
  public static final String CHART = "chart-";

  /// Begins the id of what says what a chart counts; the chart's own follows.
  public static final String CHART_WHY = "chartWhy-";

  /// Begins the id of what opens a chart's menu; the chart's own follows.
  public static final String CHART_MENU = "chartMenu-";

  public static final String CHART_COPY_PICTURE = "chartCopyPicture";
  public static final String CHART_SAVE_PICTURE = "chartSavePicture";
  public static final String CHART_COPY_FIGURES = "chartCopyFigures";
  public static final String CHART_SAVE_FIGURES = "chartSaveFigures";

  /// Begins the id of a large figure; its own follows.
  public static final String FIGURE = "figure-";

  /// Begins the id of what leads from a figure to its rows; the figure's own follows.
  public static final String FIGURE_LEAD = "figureLead-";

  public static final String NAV_INSIGHTS = "navInsights";
  public static final String INSIGHTS = "insights";
  public static final String INSIGHTS_CONTENT = "insightsContent";
  public static final String INSIGHTS_SCROLL = "insightsScroll";
  public static final String INSIGHTS_BUSY = "insightsBusy";
  public static final String INSIGHTS_PROBLEM = "insightsProblem";
  public static final String INSIGHTS_RETRY = "insightsRetry";
  public static final String INSIGHTS_NOTHING = "insightsNothing";
  public static final String INSIGHTS_EXPORT = "insightsExport";
  public static final String INSIGHTS_EXPORT_FIGURES = "insightsExportFigures";
  public static final String INSIGHTS_EXPORT_PICTURE = "insightsExportPicture";
  public static final String INSIGHTS_FROM = "insightsFrom";
  public static final String INSIGHTS_TO = "insightsTo";
  public static final String INSIGHTS_PEOPLE = "insightsPeople";
  public static final String INSIGHTS_POSITIONS = "insightsPositions";
  public static final String INSIGHTS_MEETINGS = "insightsMeetings";
  public static final String INSIGHTS_MORE = "insightsMore";
  public static final String INSIGHTS_LEFT_OUT = "insightsLeftOut";
  public static final String INSIGHTS_OPEN = "insightsOpen";

  /// Begins the id of what chooses a time; its name follows.
  public static final String INSIGHTS_SPAN = "insightsSpan-";

  private Ids() {}
}
