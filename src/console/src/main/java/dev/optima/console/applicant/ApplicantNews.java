package dev.optima.console.applicant;

import dev.optima.console.client.SignalEvent;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ChatEntry;
import dev.optima.protocol.message.ServerMessage;
import java.time.InstantSource;
import java.util.function.Predicate;

/// What the connection tells of applicants: kept in the roster, and asked for where it is not told
/// in full.
final class ApplicantNews {
  private final UserId me;
  private final InstantSource clock;
  private final Roster roster;
  private final ApplicantPages pages;
  private final Predicate<UserId> seen;
  private boolean wasOnline;
  private boolean away;

  /// What an event meant for the list.
  enum Told {
    NOTHING,
    NEWS,
    /// There is a connection, for the first time or again.
    BACK
  }

  /// @param seen whether the room of an applicant is before the recruiter's eyes
  ApplicantNews(
      UserId me, InstantSource clock, Roster roster, ApplicantPages pages, Predicate<UserId> seen) {
    this.me = me;
    this.clock = clock;
    this.roster = roster;
    this.pages = pages;
    this.seen = seen;
  }

  /// Whether the present connection follows a lost one.
  boolean wasAway() {
    return away;
  }

  Told on(SignalEvent event) {
    return event instanceof SignalEvent.Received(ServerMessage message)
        ? on(message)
        : Told.NOTHING;
  }

  private Told on(ServerMessage message) {
    switch (message) {
      case ServerMessage.Welcome welcome -> {
        away = wasOnline;
        wasOnline = true;
        roster.welcomed(welcome);
        return Told.BACK;
      }
      case ServerMessage.Presence presence -> came(presence);
      case ServerMessage.ChatMessage(ChatEntry entry) -> said(entry);
      case ServerMessage.ApplicantChanged changed -> pages.fetchSoon(changed.applicantId());
      case ServerMessage.ChatTyping typing -> types(typing);
      case ServerMessage.ChatStatus status -> read(status);
      default -> {
        return Told.NOTHING;
      }
    }
    return Told.NEWS;
  }

  /// Somebody whom a colleague has just invited is not known here yet.
  private void came(ServerMessage.Presence presence) {
    roster.came(presence);
    if (presence.online() && !roster.knows(presence.userId())) {
      pages.fetch(presence.userId());
    }
  }

  private void said(ChatEntry entry) {
    UserId applicant = entry.roomId().applicant();
    if (roster.said(entry, seen.test(applicant))) {
      pages.fetch(applicant);
    }
  }

  private void types(ServerMessage.ChatTyping typing) {
    if (typing.roomId().equals(RoomId.of(typing.userId()))) {
      roster.types(typing.userId(), clock.instant());
    }
  }

  private void read(ServerMessage.ChatStatus status) {
    if (status.userId().equals(me) && roster.read(status)) {
      pages.fetch(status.roomId().applicant());
    }
  }
}
