package dev.optima.console.chat;

import dev.optima.console.look.Overlay;
import dev.optima.console.meeting.MeetingDoors;
import dev.optima.protocol.message.CallSnapshot;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What a thread asks of the rest of the console.
///
/// @param call rings the applicant of the thread that is shown
/// @param back goes into a call that goes on
/// @param ask asks a question over the window
/// @param open hands an address or a file to the system
/// @param meetings what a meeting leads to
/// @param details shows what is kept of a call
public record ThreadDoors(
    Runnable call,
    Consumer<CallSnapshot> back,
    BiConsumer<Overlay.Question, Overlay.Answer> ask,
    Consumer<URI> open,
    MeetingDoors meetings,
    Consumer<CallSnapshot> details) {

  /// The same, but with another way to ring.
  public ThreadDoors calling(Runnable ring) {
    return new ThreadDoors(ring, back, ask, open, meetings, details);
  }
}
