package dev.optima.backend.applicant;

import dev.optima.backend.account.AccountStore;
import dev.optima.backend.account.Identity;
import dev.optima.backend.account.Inputs;
import dev.optima.backend.refusal.Refusal;
import dev.optima.backend.store.Database;
import dev.optima.backend.store.Tx;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.Account;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.Me;
import dev.optima.protocol.rest.Preferences;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// What a person, of the team or an applicant, sees and changes of themselves.
public final class ProfileService {
  private final Database database;
  private final String organisation;
  private final AccountStore accounts = new AccountStore();
  private final ApplicantStore applicants = new ApplicantStore();
  private final ApplicantChanges changes;

  public ProfileService(Database database, ApplicantFeed feed, String organisation) {
    this.database = database;
    this.changes = new ApplicantChanges(applicants, feed);
    this.organisation = organisation;
  }

  /// Who asks.
  public Me me(Identity who) {
    return database.read(tx -> me(tx, who));
  }

  /// Changes one's own language and time zone.
  public Me prefer(Identity who, Preferences wanted) {
    String language = wanted.language() == null ? null : Inputs.language(wanted.language());
    String timeZone = wanted.timeZone() == null ? null : Inputs.timeZone(wanted.timeZone());
    return database.write(
        tx -> {
          if (who.isApplicant()) {
            preferApplicant(tx, who.userId(), language, timeZone);
          } else {
            preferAccount(tx, who, language, timeZone);
          }
          return me(tx, who);
        });
  }

  /// An applicant said where they are, in a transaction of somebody else.
  public void moved(Tx tx, UserId applicant, String timeZone) throws SQLException {
    preferApplicant(tx, applicant, null, Inputs.timeZone(timeZone));
  }

  private Me me(Tx tx, Identity who) throws SQLException {
    if (who.isApplicant()) {
      ApplicantStore.Stored applicant = applicant(tx, who);
      return new Me(
          applicant.id(),
          applicant.name(),
          applicant.email(),
          who.role(),
          applicant.language(),
          RoomId.of(applicant.id()),
          applicant.timeZone(),
          organisation);
    }
    AccountStore.Stored stored = account(tx, who);
    Account account = stored.account();
    return new Me(
        account.userId(),
        account.name(),
        account.email(),
        account.role(),
        account.language(),
        null,
        stored.timeZone(),
        organisation);
  }

  private void preferApplicant(
      Tx tx, UserId applicant, @Nullable String language, @Nullable String timeZone)
      throws SQLException {
    var change =
        new ApplicantChange(null, null, null, null, language, timeZone, null, null, null, null);
    if (changes
        .apply(
            tx, applicant, before -> ApplicantInputs.changed(before, change, before.activityAt()))
        .isEmpty()) {
      throw gone();
    }
  }

  private void preferAccount(
      Tx tx, Identity who, @Nullable String language, @Nullable String timeZone)
      throws SQLException {
    AccountStore.Stored before = account(tx, who);
    accounts.prefer(
        tx,
        who.userId(),
        language == null ? before.account().language() : language,
        timeZone == null ? before.timeZone() : timeZone);
  }

  private ApplicantStore.Stored applicant(Tx tx, Identity who) throws SQLException {
    return applicants.find(tx, who.userId()).orElseThrow(ProfileService::gone);
  }

  private AccountStore.Stored account(Tx tx, Identity who) throws SQLException {
    return accounts.byId(tx, who.userId()).orElseThrow(ProfileService::gone);
  }

  private static Refusal gone() {
    return Refusal.of(ErrorCode.UNAUTHENTICATED, "this session is over");
  }
}
