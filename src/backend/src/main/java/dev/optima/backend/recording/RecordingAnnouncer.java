package dev.optima.backend.recording;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.protocol.call.CallSession;
import dev.optima.protocol.call.Participant;
import dev.optima.protocol.call.Side;
import dev.optima.protocol.message.CallRecording;
import dev.optima.protocol.message.ServerMessage.VideoCallRecording;

/// Tells everybody in a call, on their pages and in the console, how it stands with its recording.
/// A team page that sees its media server record though this does not say `recording` stops it.
final class RecordingAnnouncer {
  private final MessageBus bus;

  RecordingAnnouncer(MessageBus bus) {
    this.bus = bus;
  }

  void tell(CallSession call, CallRecording recording) {
    var forTeam =
        Parcel.Event.call(call.callId(), new VideoCallRecording(call.callId(), recording));
    var forApplicant =
        Parcel.Event.call(
            call.callId(), new VideoCallRecording(call.callId(), recording.withoutLinks()));
    for (Participant person : call.participants()) {
      bus.publish(
          Subject.user(person.userId()), person.side() == Side.APPLICANT ? forApplicant : forTeam);
    }
  }
}
