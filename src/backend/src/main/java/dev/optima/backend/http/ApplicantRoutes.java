package dev.optima.backend.http;

import dev.optima.backend.applicant.ApplicantFilter;
import dev.optima.backend.applicant.ApplicantImport;
import dev.optima.backend.applicant.ApplicantService;
import dev.optima.backend.applicant.InvitationService;
import dev.optima.protocol.id.UserId;
import dev.optima.protocol.rest.ApplicantChange;
import dev.optima.protocol.rest.ImportApplicants;
import dev.optima.protocol.rest.NewApplicant;
import dev.optima.protocol.rest.NewInvitation;
import dev.optima.protocol.rest.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/// Applicants and their invitations.
public final class ApplicantRoutes {
  private static final int MAX_IMPORT = 1024 * 1024;

  private final ApplicantService applicants;
  private final ApplicantImport imports;
  private final InvitationService invitations;
  private final Callers callers;
  private final Duration sessionLife;

  /// @param sessionLife how long the cookie of an applicant is good
  public ApplicantRoutes(
      ApplicantService applicants,
      ApplicantImport imports,
      InvitationService invitations,
      Callers callers,
      Duration sessionLife) {
    this.applicants = applicants;
    this.imports = imports;
    this.invitations = invitations;
    this.callers = callers;
    this.sessionLife = sessionLife;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "listApplicants",
            Access.TEAM,
            request ->
                Reply.ok(
                    applicants.list(
                        request.identity(),
                        filter(request),
                        request.query("after").orElse(null),
                        request.limit()))),
        new Endpoint(
            "addApplicant",
            Access.TEAM,
            request ->
                Reply.created(
                    applicants.add(request.identity(), request.body(NewApplicant.class)))),
        new Endpoint(
            "importApplicants",
            Access.TEAM,
            MAX_IMPORT,
            request ->
                Reply.ok(imports.run(request.identity(), request.body(ImportApplicants.class)))),
        new Endpoint(
            "getApplicant",
            Access.TEAM_HIDDEN,
            request -> Reply.ok(applicants.get(request.identity(), applicant(request)))),
        new Endpoint(
            "changeApplicant",
            Access.TEAM_HIDDEN,
            request ->
                Reply.ok(
                    applicants.change(
                        request.identity(),
                        applicant(request),
                        request.body(ApplicantChange.class)))),
        new Endpoint("invite", Access.TEAM_HIDDEN, this::invite),
        new Endpoint(
            "lookAtInvitation",
            Access.PUBLIC,
            request -> Reply.ok(invitations.look(request.path("code")))),
        new Endpoint("redeemInvitation", Access.PUBLIC, this::redeem));
  }

  private static ApplicantFilter filter(ApiRequest request) {
    return new ApplicantFilter(
        request.query("q").orElse(""),
        request.query("stage", ApplicantRoutes::stages).orElseGet(TreeSet::new),
        request.query("archived", Boolean::valueOf).orElse(false),
        request.query("unread", Boolean::valueOf).orElse(false));
  }

  private static SortedSet<Stage> stages(String names) {
    var stages = new TreeSet<Stage>();
    for (String name : names.split(",", -1)) {
      stages.add(Stage.valueOf(name.toUpperCase(Locale.ROOT)));
    }
    return stages;
  }

  private Reply invite(ApiRequest request) {
    NewInvitation wanted =
        request.optionalBody(NewInvitation.class).orElseGet(() -> new NewInvitation(null, null));
    return Reply.created(
        invitations.invite(
            request.identity(),
            applicant(request),
            Boolean.TRUE.equals(wanted.sendEmail()),
            wanted.key()));
  }

  private Reply redeem(ApiRequest request) {
    InvitationService.Entered entered = invitations.redeem(request.path("code"));
    return Reply.created(entered.redeemed())
        .with("Set-Cookie", callers.cookie(entered.token(), sessionLife.toSeconds()));
  }

  private static UserId applicant(ApiRequest request) {
    return request.path("applicantId", UserId::new);
  }
}
