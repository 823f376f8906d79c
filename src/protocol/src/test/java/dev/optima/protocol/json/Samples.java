package dev.optima.protocol.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.optima.protocol.call.CallHappening;
import dev.optima.protocol.call.CallOutcome;
import dev.optima.protocol.call.CallState;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.CallId;
import dev.optima.protocol.id.MeetingId;
import dev.optima.protocol.id.MessageId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.meeting.Absent;
import dev.optima.protocol.meeting.MeetingAnswer;
import dev.optima.protocol.meeting.MeetingStatus;
import dev.optima.protocol.meeting.Overdue;
import dev.optima.protocol.message.Attachment;
import dev.optima.protocol.message.CallAnswer;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.CallSnapshot;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ClientMessage;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.IceServer;
import dev.optima.protocol.message.JitsiRoom;
import dev.optima.protocol.message.JoinTicket;
import dev.optima.protocol.message.LiveCall;
import dev.optima.protocol.message.Meeting;
import dev.optima.protocol.message.MeetingNews;
import dev.optima.protocol.message.ReminderKind;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.message.ServerMessage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One message of each kind with every field set (and of `error` one of each form).
final class Samples {
  private static final UserId ELIF = new UserId("u-elif");
  private static final UserId JOHN = new UserId("a-john");
  private static final RoomId ROOM = RoomId.of(JOHN);
  private static final CallId CALL = new CallId("c-1");
  private static final MessageId MESSAGE = new MessageId("m-1");
  private static final MeetingId MEETING = new MeetingId("mt-1");
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00.123Z");

  private Samples() {}

  static Map<String, ClientMessage> client() {
    Map<String, ClientMessage> all = new LinkedHashMap<>();
    all.put("hello", new ClientMessage.Hello("token", Map.of(ROOM.value(), 17L)));
    all.put("ping", new ClientMessage.Ping());
    all.put("video_call_request", new ClientMessage.VideoCallRequest(ROOM, "key-1"));
    all.put("video_call_accept", new ClientMessage.VideoCallAccept(CALL));
    all.put("video_call_reject", new ClientMessage.VideoCallReject(CALL));
    all.put("video_call_response", new ClientMessage.VideoCallResponse(CALL, CallAnswer.ACCEPT));
    all.put("video_call_cancel", new ClientMessage.VideoCallCancel(CALL));
    all.put("video_call_end", new ClientMessage.VideoCallEnd(CALL));
    all.put("video_call_leave", new ClientMessage.VideoCallLeave(CALL));
    all.put("video_call_joined", new ClientMessage.VideoCallJoined(CALL));
    all.put("video_call_alive", new ClientMessage.VideoCallAlive(CALL, true));
    all.put(
        "video_call_quality",
        new ClientMessage.VideoCallQuality(
            CALL,
            0.038,
            0.002,
            0.004,
            1_250_000.0,
            30.0,
            1280,
            720,
            0.001,
            0.01,
            0.06,
            0.0,
            0.02,
            29.5,
            2_400_000.0,
            ClientMessage.VideoCallQuality.Limit.CPU));
    all.put(
        "video_call_event",
        new ClientMessage.VideoCallEvent(
            CALL, CallHappening.Kind.CAMERA_LOST, "NotReadableError", 2_500));
    all.put("rtc_signal", new ClientMessage.RtcSignal(CALL, JOHN, signal()));
    all.put(
        "chat_send",
        new ClientMessage.ChatSend(
            ROOM,
            "key-2",
            "Merhaba Ayşe, 14:00 uygun mu? 👍",
            List.of(new AttachmentId("f-1")),
            MESSAGE));
    all.put("chat_read", new ClientMessage.ChatRead(ROOM, 17));
    all.put("chat_typing", new ClientMessage.ChatTyping(ROOM));
    all.put("chat_react", new ClientMessage.ChatReact(ROOM, MESSAGE, "👍", true));
    all.put("chat_edit", new ClientMessage.ChatEdit(ROOM, MESSAGE, "14:30"));
    all.put("chat_delete", new ClientMessage.ChatDelete(ROOM, MESSAGE));
    all.put("call_me", new ClientMessage.CallMe(ROOM, "key-3"));
    return all;
  }

  static Map<String, ServerMessage> server() {
    CallSnapshot live = call(CallState.ACTIVE);
    CallSnapshot ended = call(CallState.ENDED);
    Map<String, ServerMessage> all = new LinkedHashMap<>();
    all.put(
        "welcome",
        new ServerMessage.Welcome(
            ELIF,
            "Elif Kaya",
            Role.RECRUITER,
            AT,
            List.of(live),
            Map.of(ROOM.value(), 2L),
            List.of(JOHN),
            CALL));
    all.put("pong", new ServerMessage.Pong(AT));
    all.put(
        "error",
        new ServerMessage.Failure(
            ErrorCode.STALE,
            "the call has ended",
            "key-1",
            CALL,
            ended,
            null,
            null,
            null,
            null,
            30L));
    all.put(
        "error_busy",
        ServerMessage.Failure.busy(
            new dev.optima.protocol.message.Busy(
                CALL, "Mert Demir", new UserId("u-mert"), AT, "John Doe"),
            "in a call",
            "key-1"));
    all.put(
        "video_call_incoming",
        new ServerMessage.VideoCallIncoming(
            CALL, "Elif Kaya", "/avatars/elif.png", ROOM, MEETING, AT.plusSeconds(45), live));
    all.put(
        "video_call_ringing",
        new ServerMessage.VideoCallRinging(CALL, ROOM, "key-1", AT.plusSeconds(45), 2, live));
    all.put(
        "video_call_ready",
        ServerMessage.VideoCallReady.of(
            new JoinTicket(
                CALL,
                "direct",
                "https://optima.example.org/call/c-1#ticket=oct_x",
                "optima-call-0123456789abcdef0123456789abcdef",
                "jwt",
                List.of(new IceServer(List.of("turn:turn.example.org:3478"), "1:u-elif", "secret")),
                null,
                null,
                false),
            live));
    all.put(
        "video_call_ready_jitsi",
        ServerMessage.VideoCallReady.of(
            new JoinTicket(
                CALL,
                "jaas",
                "https://optima.example.org/call/c-1#ticket=oct_x",
                "optima-call-0123456789abcdef0123456789abcdef",
                "jwt",
                null,
                new JitsiRoom(
                    "8x8.vc",
                    "vpaas-magic-cookie-1/optima-call-0123456789abcdef0123456789abcdef",
                    "https://8x8.vc/vpaas-magic-cookie-1/external_api.js",
                    true,
                    List.of("lobby", "recording")),
                null,
                true),
            live));
    all.put(
        "video_call_recording",
        new ServerMessage.VideoCallRecording(
            CALL,
            new CallRecording(
                CallRecording.State.RECORDING, "Elif Kaya", AT, "1", AT, AT, List.of(), 4)));
    all.put("video_call_started", new ServerMessage.VideoCallStarted(live));
    all.put("video_call_reconnecting", new ServerMessage.VideoCallReconnecting(live));
    all.put("video_call_ended", new ServerMessage.VideoCallEnded(ended));
    all.put("video_call_answered_elsewhere", new ServerMessage.VideoCallAnsweredElsewhere(CALL));
    all.put(
        "video_call_invitation",
        new ServerMessage.VideoCallInvitation(CALL, ELIF, "Elif Kaya", live));
    all.put(
        "video_call_colleague",
        new ServerMessage.VideoCallColleague(CALL, ELIF, "Elif Kaya", live));
    all.put(
        "team_call",
        new ServerMessage.TeamCall(
            new LiveCall(
                live,
                AT,
                "direct",
                "Backend engineer",
                "First interview",
                List.of(new LiveCall.Quality(JOHN, 3)),
                CallRecording.State.RECORDING,
                false)));
    all.put("rtc_signal", new ServerMessage.RtcSignal(CALL, JOHN, signal()));
    all.put("chat_ack", new ServerMessage.ChatAck(ROOM, "key-2", MESSAGE, 18, AT));
    all.put("chat_message", new ServerMessage.ChatMessage(entry()));
    all.put("chat_status", new ServerMessage.ChatStatus(ROOM, JOHN, 18L, 17L, 2L));
    all.put("chat_typing", new ServerMessage.ChatTyping(ROOM, JOHN, "John Doe"));
    all.put(
        "chat_reaction",
        new ServerMessage.ChatReaction(
            ROOM, MESSAGE, List.of(new ChatEntry.Reaction("👍", List.of(ELIF, JOHN))), 7));
    all.put("applicant_changed", new ServerMessage.ApplicantChanged(JOHN, ROOM, 4));
    all.put("presence", new ServerMessage.Presence(JOHN, ROOM, true, 2));
    all.put("meeting_changed", ServerMessage.MeetingChanged.of(meeting()));
    all.put(
        "reminder",
        new ServerMessage.Reminder(
            MEETING, ROOM, AT.plusSeconds(900), ReminderKind.SOON, meeting(), 5));
    return all;
  }

  private static Map<String, JsonNode> signal() {
    Map<String, JsonNode> signal = new LinkedHashMap<>();
    signal.put(
        "description", Json.MAPPER.createObjectNode().put("type", "offer").put("sdp", "v=0\r\n"));
    return signal;
  }

  private static ChatEntry entry() {
    return new ChatEntry(
        ROOM,
        MESSAGE,
        18,
        ELIF,
        "Elif Kaya",
        ChatEntry.Kind.TEXT,
        "Merhaba",
        AT,
        "key-2",
        new MessageId("m-0"),
        AT.plusSeconds(5),
        AT.plusSeconds(9),
        List.of(new ChatEntry.Reaction("👍", List.of(JOHN))),
        call(CallState.ENDED),
        List.of(
            new Attachment(
                new AttachmentId("f-1"),
                "portfolio.pdf",
                253_952,
                "application/pdf",
                true,
                3,
                new Attachment.Preview(453, 640))),
        new MeetingNews(
            MEETING,
            MeetingNews.What.MOVED,
            "First interview",
            AT.plusSeconds(900),
            30,
            AT,
            List.of(AT.plusSeconds(86_400)),
            "Rather in the morning",
            Absent.APPLICANT,
            5),
        6L);
  }

  private static Meeting meeting() {
    return new Meeting(
        MEETING,
        JOHN,
        "John Doe",
        ELIF,
        ROOM,
        "First interview",
        "What we will talk about",
        AT.plusSeconds(900),
        30,
        "Europe/Istanbul",
        "Europe/Berlin",
        "optima-meet-1",
        "https://optima.example/m/mt-1",
        MeetingStatus.OPEN,
        MeetingAnswer.ASKED_TO_MOVE,
        Overdue.NONE,
        List.of(AT.plusSeconds(86_400)),
        "Rather in the morning",
        List.of(new Meeting.Interviewer(ELIF, "Elif Kaya")),
        true,
        true,
        true,
        false,
        true,
        true,
        2,
        7,
        Absent.BOTH,
        ELIF,
        "She is ill",
        "Agreed by telephone",
        CALL,
        AT.plusSeconds(30),
        AT.plusSeconds(45),
        AT,
        AT.plusSeconds(60),
        AT.plusSeconds(900),
        AT.plusSeconds(2_700),
        null);
  }

  static CallSnapshot call(CallState state) {
    boolean over = state.isTerminal();
    return new CallSnapshot(
        CALL,
        ROOM,
        ELIF,
        "Elif Kaya",
        JOHN,
        "John Doe",
        MEETING,
        state,
        over ? 6 : 5,
        AT,
        over ? null : AT.plusSeconds(55),
        AT.plusSeconds(10),
        over ? null : AT.plusSeconds(10),
        over ? AT.plusSeconds(70) : null,
        over ? 60 : 0,
        over ? CallOutcome.COMPLETED : null,
        over ? JOHN : null,
        List.of(
            new CallSnapshot.Person(
                ELIF, "Elif Kaya", Side.RECRUITER, !over, AT.plusSeconds(8), null),
            new CallSnapshot.Person(
                JOHN,
                "John Doe",
                Side.APPLICANT,
                !over,
                AT.plusSeconds(10),
                over ? AT.plusSeconds(70) : null)));
  }
}
