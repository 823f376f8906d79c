package dev.optima.backend.applicant;

import dev.optima.backend.bus.MessageBus;
import dev.optima.backend.bus.Parcel;
import dev.optima.backend.bus.Subject;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ServerMessage;

/// Tells the team that an applicant is new or different, once that is durable.
public final class ApplicantFeed {
  private final MessageBus bus;

  public ApplicantFeed(MessageBus bus) {
    this.bus = bus;
  }

  void changed(Tx tx, ApplicantStore.Stored applicant) {
    var message =
        new ServerMessage.ApplicantChanged(
            applicant.id(), RoomId.of(applicant.id()), applicant.version());
    tx.afterCommit(() -> bus.publish(Subject.TEAM, Parcel.Event.main(message)));
  }
}
