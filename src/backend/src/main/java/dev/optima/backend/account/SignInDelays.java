package dev.optima.backend.account;

import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long a sign-in has to wait after wrong passwords. The wait grows with the failures of the
/// account and of the address, but has an upper bound and ends in an answer: whoever knows the
/// password always gets in, so nobody can lock another out. Attempts under way count as failures,
/// so that trying many at once gains nothing.
final class SignInDelays {

  /// The longest wait.
  static final Duration LONGEST = Duration.ofSeconds(5);

  /// Failures of an account that cost nothing: typing is hard.
  private static final int FREE_FOR_ACCOUNT = 3;

  /// Failures of an address that cost nothing: a whole office may share one.
  private static final int FREE_FOR_ADDRESS = 12;

  /// Attempts of one address that may wait at once.
  private static final int AT_ONCE = 16;

  private static final long FIRST_MILLIS = 250;

  /// After this long without a failure all is forgotten.
  private static final Duration MEMORY = Duration.ofMinutes(30);

  private final Database database;
  private final FailedSignIns audit;
  private final Map<String, Integer> underWay = new ConcurrentHashMap<>();

  SignInDelays(Database database, FailedSignIns audit) {
    this.database = database;
    this.audit = audit;
  }

  /// Registers an attempt and tells how long it has to wait; [#done] must follow.
  Duration begin(String emailKey, String address, Instant now) {
    String account = account(emailKey);
    String origin = address(address);
    int fromAddress = underWay.merge(origin, 1, Integer::sum);
    if (fromAddress > AT_ONCE) {
      leave(origin);
      throw Refusal.rateLimited("too many sign-ins at once from this address", LONGEST);
    }
    int forAccount = underWay.merge(account, 1, Integer::sum);
    try {
      int accountFailures = failures(account, now) + forAccount - 1;
      int addressFailures = failures(origin, now) + fromAddress - 1;
      Duration first = delay(accountFailures, FREE_FOR_ACCOUNT);
      Duration second = delay(addressFailures, FREE_FOR_ADDRESS);
      return first.compareTo(second) > 0 ? first : second;
    } catch (RuntimeException e) {
      leave(account);
      leave(origin);
      throw e;
    }
  }

  /// Tells how an attempt went: a success forgets the failures of the account.
  void done(String emailKey, String address, boolean success, Instant now) {
    try {
      database.write(
          tx -> {
            Attempts.tidy(tx, now.minus(MEMORY));
            if (success) {
              Attempts.forget(tx, account(emailKey));
              audit.forget(tx, emailKey, address);
            } else {
              int failures = Attempts.count(tx, account(emailKey), now);
              Attempts.count(tx, address(address), now);
              audit.note(tx, emailKey, address, failures, now);
            }
            return success;
          });
    } finally {
      abandon(emailKey, address);
    }
  }

  /// Forgets an attempt that came to no answer.
  void abandon(String emailKey, String address) {
    leave(account(emailKey));
    leave(address(address));
  }

  static Duration delay(int failures, int free) {
    int over = failures - free;
    if (over < 0) {
      return Duration.ZERO;
    }
    Duration grown = Duration.ofMillis(FIRST_MILLIS << Math.min(over, 10));
    return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
  }

  private int failures(String subject, Instant now) {
    return database.read(tx -> Attempts.since(tx, subject, now.minus(MEMORY)));
  }

  private void leave(String subject) {
    underWay.computeIfPresent(subject, (key, count) -> count == 1 ? null : count - 1);
  }

  private static String account(String emailKey) {
    return "account " + emailKey;
  }

  private static String address(String address) {
    return "address " + address;
  }
}
