package dev.optima.backend.account;

import dev.optima.backend.audit.Actor;
import dev.optima.backend.audit.AuditLog;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Ids;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.message.Role;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.AccountChange;
import dev.optima.protocol.rest.NewAccount;
import dev.optima.protocol.rest.TeamMembers;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The accounts of the team, for administrators and for the command line.
public final class AccountService {
  private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);
  private static final String DEFAULT_LANGUAGE = "en";

  private final Database database;
  private final Passwords passwords;
  private final SessionService sessions;
  private final InstantSource clock;
  private final AccountAudit audit;
  private final AccountStore store = new AccountStore();

  public AccountService(
      Database database, Passwords passwords, SessionService sessions, InstantSource clock) {
    this.database = database;
    this.passwords = passwords;
    this.sessions = sessions;
    this.clock = clock;
    this.audit = new AccountAudit(new AuditLog(clock));
  }

  /// All accounts, by name.
  public List<Account> list(Identity who) {
    demandAdmin(who);
    return list();
  }

  /// All accounts, by name: for the command line.
  public List<Account> list() {
    return database.read(store::all);
  }

  /// Who of the team may be asked to an interview: everybody who may sign in.
  public TeamMembers team(Identity who) {
    if (!who.isTeam()) {
      throw Refusal.forbidden("only the team sees who is in it");
    }
    return new TeamMembers(database.read(store::members));
  }

  /// Adds an account.
  public Account add(Identity who, NewAccount wanted) {
    demandAdmin(who);
    Account added = add((Actor) who, wanted);
    LOG.info("{} added the account {} ({})", who.userId(), added.userId(), added.role());
    return added;
  }

  /// Adds an account: for the command line, whose user owns the database anyway.
  public Account add(NewAccount wanted) {
    return add(Actor.commandLine(), wanted);
  }

  private Account add(Actor who, NewAccount wanted) {
    Draft draft = draft(wanted);
    return database.write(
        tx -> {
          Account added = add(tx, draft);
          audit.added(tx, who, added);
          return added;
        });
  }

  /// Adds the first administrator of an installation.
  ///
  /// @throws Refusal `conflict` if there is an account already
  ///
  /// @param address from where
  Account addFirst(NewAccount wanted, String address, SetUpUse use) {
    Draft draft = draft(wanted);
    return database.write(
        tx -> {
          use.in(tx);
          if (!store.isEmpty(tx)) {
            throw Refusal.of(ErrorCode.CONFLICT, "there is an administrator already");
          }
          Account first = add(tx, draft);
          audit.setUp(tx, first, address);
          return first;
        });
  }

  /// What uses up the set-up link inside the transaction.
  @FunctionalInterface
  interface SetUpUse {
    void in(Tx tx) throws SQLException;
  }

  /// Changes an account. A changed role or password, or disabling it, ends its sessions.
  public Account change(Identity who, UserId id, AccountChange change) {
    demandAdmin(who);
    String newHash =
        change.password() == null ? null : passwords.hash(Inputs.password(change.password()));
    Account changed = database.write(tx -> change(tx, who, id, change, newHash));
    LOG.info("{} changed the account {}: {}", who.userId(), id, change);
    return changed;
  }

  /// Whether nobody can sign in yet.
  public boolean isEmpty() {
    return database.read(store::isEmpty);
  }

  private record Draft(Account account, String email, String passwordHash) {
    @Override
    public String toString() {
      return "Draft[" + account + "]";
    }
  }

  private Draft draft(NewAccount wanted) {
    if (wanted.role() == Role.APPLICANT) {
      throw Refusal.invalid("role", "role is admin or recruiter; applicants come by invitation");
    }
    String email = Inputs.email(wanted.email());
    String language =
        wanted.language() == null ? DEFAULT_LANGUAGE : Inputs.language(wanted.language());
    Account account =
        new Account(
            new UserId(Ids.next()),
            Inputs.line("name", wanted.name()),
            email,
            wanted.role(),
            language,
            false);
    return new Draft(account, email, passwords.hash(Inputs.password(wanted.password())));
  }

  private Account add(Tx tx, Draft draft) throws SQLException {
    if (!store.add(tx, draft.account(), draft.email(), draft.passwordHash(), clock.instant())) {
      throw Refusal.of(ErrorCode.CONFLICT, "there is an account with this e-mail address already");
    }
    return draft.account();
  }

  private Account change(
      Tx tx, Identity who, UserId id, AccountChange change, @Nullable String newHash)
      throws SQLException {
    AccountStore.Stored stored =
        store.byId(tx, id).orElseThrow(() -> Refusal.notFound("there is no such account"));
    Account before = stored.account();
    Account after = changed(before, change);
    boolean losesAdmin =
        before.role() == Role.ADMIN
            && !before.disabled()
            && (after.role() != Role.ADMIN || after.disabled());
    if (losesAdmin && store.otherAdministrators(tx, id) == 0) {
      throw Refusal.of(
          ErrorCode.CONFLICT, "this is the last administrator; make another one first");
    }
    store.update(tx, after, newHash == null ? stored.passwordHash() : newHash, clock.instant());
    if (after.role() != before.role() || after.disabled() || newHash != null) {
      sessions.endAll(tx, id);
    }
    audit.changed(tx, who, before, after, newHash != null);
    return after;
  }

  private static Account changed(Account before, AccountChange change) {
    if (change.role() == Role.APPLICANT) {
      throw Refusal.invalid("role", "role is admin or recruiter");
    }
    return new Account(
        before.userId(),
        change.name() == null ? before.name() : Inputs.line("name", change.name()),
        before.email(),
        change.role() == null ? before.role() : change.role(),
        change.language() == null ? before.language() : Inputs.language(change.language()),
        change.disabled() == null ? before.disabled() : change.disabled());
  }

  private static void demandAdmin(Identity who) {
    if (!who.isAdmin()) {
      throw Refusal.forbidden("only administrators see and change accounts");
    }
  }
}
