package dev.optima.acceptance.client;

import java.net.URI;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;

/// What an administrator and the team do over REST before anybody calls: accounts, applicants,
/// invitations.
public final class Office {
  private final Rest nobody;

  public Office(URI backend) {
    nobody = Rest.at(backend);
  }

  /// Somebody of the team, signed in.
  public record Member(String userId, String name, String token, Rest rest) {}

  /// An applicant who has redeemed an invitation.
  ///
  /// @param session the value of the session cookie
  public record Guest(String userId, String roomId, String name, String session, Rest rest) {}

  public Rest nobody() {
    return nobody;
  }

  public Member signIn(String email, String password) {
    Answer answer =
        nobody.post("/api/sessions", Map.of("email", email, "password", password)).expect(201);
    String token = answer.field("token");
    return new Member(
        answer.body().path("user").path("user_id").asText(),
        answer.body().path("user").path("name").asText(),
        token,
        nobody.withToken(token));
  }

  /// Adds a recruiter and signs in as that recruiter.
  public Member addRecruiter(Member admin, String email, String name, String password) {
    admin
        .rest()
        .post(
            "/api/accounts",
            Map.of("email", email, "name", name, "role", "recruiter", "password", password))
        .expect(201);
    return signIn(email, password);
  }

  /// Adds an applicant.
  public Answer addApplicant(Member member, String name, String email) {
    return addApplicant(member, name, email, "en", zoneAtNoon());
  }

  /// A time zone where it is about noon now: at night the console asks before it rings.
  private static String zoneAtNoon() {
    int offset = 12 - LocalTime.now(ZoneOffset.UTC).getHour();
    // POSIX counts westwards: Etc/GMT-3 is three hours ahead.
    return offset == 0 ? "Etc/UTC" : "Etc/GMT" + (offset > 0 ? "-" : "+") + Math.abs(offset);
  }

  public Answer addApplicant(
      Member member, String name, String email, String language, String timeZone) {
    return member
        .rest()
        .post(
            "/api/applicants",
            Map.of("name", name, "email", email, "language", language, "time_zone", timeZone))
        .expect(201);
  }

  /// A fresh link for the applicant.
  public URI invite(Member member, String applicantId) {
    return URI.create(
        member
            .rest()
            .post("/api/applicants/" + applicantId + "/invitations")
            .expect(201)
            .field("url"));
  }

  /// Redeems a link, as the page behind it does.
  public Guest redeem(URI link) {
    Answer answer = nobody.post("/api/invitations/" + code(link)).expect(201);
    String session = answer.cookie(Rest.COOKIE).orElseThrow();
    return new Guest(
        answer.field("applicant_id"),
        answer.field("room_id"),
        answer.field("name"),
        session,
        nobody.withCookie(session));
  }

  /// An applicant with a session, by way of an invitation.
  public Guest addGuest(Member member, String name, String email) {
    return redeem(invite(member, addApplicant(member, name, email).field("applicant_id")));
  }

  /// The code of a link is its last segment, in the path or in the fragment.
  public static String code(URI link) {
    String text = link.getFragment() != null ? link.getFragment() : link.getPath();
    return text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('=')) + 1);
  }
}
