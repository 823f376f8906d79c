package dev.optima.backend.account;

import dev.optima.backend.audit.Actor;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AuditAct;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the audit log says of accounts: one entry for each thing that was really changed.
final class AccountAudit {
  private final AuditLog log;

  AccountAudit(AuditLog log) {
    this.log = log;
  }

  void added(Tx tx, Actor who, Account account) throws SQLException {
    note(tx, who, AuditAct.ACCOUNT_ADDED, account, word(account.role()));
  }

  /// They did it themselves, with the link that only the server's owner has seen.
  void setUp(Tx tx, Account first, String address) throws SQLException {
    var who = new Identity(first.userId(), first.role(), first.name(), null, null).from(address);
    note(tx, who, AuditAct.SET_UP, first, null);
  }

  void changed(Tx tx, Actor who, Account before, Account after, boolean password)
      throws SQLException {
    if (after.role() != before.role()) {
      String roles = word(before.role()) + " > " + word(after.role());
      note(tx, who, AuditAct.ROLE_CHANGED, after, roles);
    }
    if (after.disabled() != before.disabled()) {
      AuditAct act = after.disabled() ? AuditAct.ACCOUNT_DISABLED : AuditAct.ACCOUNT_ENABLED;
      note(tx, who, act, after, null);
    }
    if (password) {
      note(tx, who, AuditAct.PASSWORD_CHANGED, after, null);
    }
    List<String> rest = new ArrayList<>(2);
    if (!after.name().equals(before.name())) {
      rest.add("name");
    }
    if (!after.language().equals(before.language())) {
      rest.add("language");
    }
    if (!rest.isEmpty()) {
      note(tx, who, AuditAct.ACCOUNT_CHANGED, after, String.join(", ", rest));
    }
  }

  private void note(Tx tx, Actor who, AuditAct act, Account account, @Nullable String detail)
      throws SQLException {
    log.note(tx, who, act, account.userId().value(), account.name(), detail);
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
