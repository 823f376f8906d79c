package dev.optima.console.shell;

import dev.optima.console.applicant.ApplicantsViewModel;
import dev.optima.console.applicant.ArchiveViewModel;
import dev.optima.console.applicant.ImportViewModel;
import dev.optima.console.applicant.InvitationMailViewModel;
import dev.optima.console.applicant.NewApplicantViewModel;
import dev.optima.console.applicant.ProfileViewModel;
import dev.optima.console.applicant.Profiles;
import dev.optima.console.client.ApiClient;
import dev.optima.console.client.SignalEvent;
import dev.optima.console.fx.Tasks;
import dev.optima.console.i18n.Language;
import dev.optima.console.meeting.MeetingFeed;
import dev.optima.console.toast.ToastsViewModel;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.message.ServerMessage;
import dev.optima.protocol.rest.Applicant;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;

/// What a desk knows of applicants: the list, what is kept of each, and how new ones come.
public final class People implements AutoCloseable {
  private final Ground ground;
  private final ApplicantsViewModel applicants;
  private final Profiles profiles;
  private final ProfileViewModel profile;
  private final ProfileViewModel callProfile;
  private final ArchiveViewModel archive;

  /// What it stands on.
  ///
  /// @param directory where notes that are not sent yet are kept
  /// @param owner whose they are
  record Ground(
      UserId me,
      ApiClient api,
      Tasks tasks,
      InstantSource clock,
      ZoneId zone,
      MeetingFeed feed,
      ToastsViewModel toasts,
      Path directory,
      String owner) {}

  People(Ground ground) {
    this.ground = ground;
    ApiClient api = ground.api();
    Tasks tasks = ground.tasks();
    applicants = new ApplicantsViewModel(ground.me(), api, tasks, ground.clock());
    profiles =
        new Profiles(
            api, tasks, ground.clock(), ground.directory(), ground.owner(), applicants::changed);
    archive = new ArchiveViewModel(api, tasks, ground.toasts(), applicants::changed);
    profile = new ProfileViewModel(api, tasks, profiles, ground.feed());
    callProfile = new ProfileViewModel(api, tasks, profiles, ground.feed());
  }

  void on(SignalEvent event) {
    applicants.on(event);
    profiles.on(event);
    if (event instanceof SignalEvent.Received(ServerMessage message)) {
      profile.on(message);
      callProfile.on(message);
    }
  }

  void tick(Instant now) {
    applicants.tick(now);
    profiles.tick(now);
  }

  public ApplicantsViewModel applicants() {
    return applicants;
  }

  /// The past calls beside the room.
  public ProfileViewModel profile() {
    return profile;
  }

  /// The past calls beside the call.
  public ProfileViewModel callProfile() {
    return callProfile;
  }

  public ArchiveViewModel archive() {
    return archive;
  }

  NewApplicantViewModel newApplicant(Language language) {
    return new NewApplicantViewModel(ground.api(), ground.tasks(), language.tag(), ground.zone());
  }

  /// An import of applicants from a file.
  ImportViewModel importing(Language language) {
    return new ImportViewModel(
        ground.api(), ground.tasks(), language, ground.zone(), applicants::load);
  }

  /// An invitation by mail.
  InvitationMailViewModel invitationMail(Applicant applicant) {
    return new InvitationMailViewModel(ground.api(), ground.tasks(), applicant);
  }

  @Override
  public void close() {
    profiles.close();
  }
}
