package dev.optima.backend.push;

import dev.optima.backend.account.Identity;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.protocol.rest.PushKey;
import dev.optima.protocol.rest.PushSubscription;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/// What an applicant's browser does to be reached while the page is closed.
public final class PushService {
  /// On so many browsers one person is reached.
  static final int MOST = 10;

  private static final int AUTH = 16;

  private final Database database;
  private final VapidKeys keys;
  private final PushEndpoints endpoints;
  private final InstantSource clock;
  private final PushSubscriptionStore store = new PushSubscriptionStore();

  public PushService(
      Database database, VapidKeys keys, PushEndpoints endpoints, InstantSource clock) {
    this.database = database;
    this.keys = keys;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /// What a browser subscribes with.
  public PushKey key() {
    return new PushKey(keys.publicKey());
  }

  /// Keeps a subscription for as long as this session lives.
  public void subscribe(Identity who, PushSubscription subscription) {
    String session = applicantSession(who);
    if (endpoints.known(subscription.endpoint()).isEmpty()) {
      throw Refusal.invalid("endpoint", "endpoint is not of a push service that is known here");
    }
    readable(subscription.keys());
    database.write(
        tx -> {
          store.put(
              tx,
              who.userId(),
              session,
              subscription,
              clock.instant().truncatedTo(ChronoUnit.MILLIS));
          store.keepNewest(tx, who.userId(), MOST);
          return true;
        });
  }

  /// Forgets a subscription, if it is theirs.
  public void unsubscribe(Identity who, String endpoint) {
    applicantSession(who);
    database.write(tx -> store.delete(tx, who.userId(), endpoint));
  }

  private static String applicantSession(Identity who) {
    String session = who.sessionId();
    if (!who.isApplicant() || session == null) {
      throw Refusal.forbidden("only the page of an applicant is pushed to");
    }
    return session;
  }

  private static void readable(PushSubscription.Keys keys) {
    try {
      P256.publicKey(Base64.getUrlDecoder().decode(keys.p256dh()));
      if (Base64.getUrlDecoder().decode(keys.auth()).length == AUTH) {
        return;
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw Refusal.invalid("keys", "keys are not those of a browser");
    }
    throw Refusal.invalid("keys", "keys are not those of a browser");
  }
}
