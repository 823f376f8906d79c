package dev.optima.backend.account;

import dev.optima.backend.audit.Actor;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Notes in the audit log who could not show that they are who they say. Whoever guesses is not to
/// fill the log with it: of many failures of one account from one address the 1st, 3rd, 10th, 30th,
/// … is noted, with the number; so it is for all addresses of an account together, and when it goes
/// on from more and more addresses only that is left.
///
/// What was typed in is not noted: in the place of an address people type passwords too.
final class FailedSignIns {

  /// Accounts and addresses that are noted on their own while it goes on.
  static final int SINGLY = 100;

  private final AuditLog audit;
  private final AccountStore accounts = new AccountStore();

  FailedSignIns(AuditLog audit) {
    this.audit = audit;
  }

  /// Inside the transaction that counts it.
  ///
  /// @param failures how often it has failed for this account lately, from anywhere
  void note(Tx tx, String emailKey, String address, int failures, Instant now) throws SQLException {
    Account account = accounts.byEmail(tx, emailKey).map(AccountStore.Stored::account).orElse(null);
    String whose = account == null ? "" : emailKey;
    int fromHere = Attempts.count(tx, pair(whose, address), now);
    boolean isFirst = fromHere == 1;
    int pairs = isFirst ? Attempts.count(tx, "audit", now) : 0;
    if (isMark(fromHere) && pairs <= SINGLY) {
      note(tx, account, address, fromHere);
    } else if (account != null && failures > fromHere && isMark(failures)) {
      note(tx, account, address, failures);
    } else if (isFirst && isMark(pairs)) {
      note(tx, null, address, pairs);
    }
  }

  /// They got in: what comes next is counted anew.
  void forget(Tx tx, String emailKey, String address) throws SQLException {
    Attempts.forget(tx, pair(emailKey, address));
  }

  private void note(Tx tx, @Nullable Account account, String address, int times)
      throws SQLException {
    Optional<Account> whose = Optional.ofNullable(account);
    audit.note(
        tx,
        Actor.unknown(address),
        AuditAct.SIGN_IN_FAILED,
        whose.map(one -> one.userId().value()).orElse(null),
        whose.map(Account::name).orElse(null),
        times == 1 ? null : Integer.toString(times));
  }

  /// 1, 3, 10, 30, 100, …
  static boolean isMark(int count) {
    int power = 1;
    while (power <= count / 10) {
      power *= 10;
    }
    return count == power || count == 3 * power;
  }

  private static String pair(String emailKey, String address) {
    return "audit " + emailKey + " " + address;
  }
}
