package dev.optima.backend;

import dev.optima.backend.http.AnalyticsRoutes;
import dev.optima.backend.http.ApplicantRoutes;
import dev.optima.backend.http.AttachmentRoutes;
import dev.optima.backend.http.AuditRoutes;
import dev.optima.backend.http.BookingRoutes;
import dev.optima.backend.http.CalendarRoutes;
import dev.optima.backend.http.CallRoutes;
import dev.optima.backend.http.Callers;
import dev.optima.backend.http.Endpoint;
import dev.optima.backend.http.HistoryRoutes;
import dev.optima.backend.http.LiveCallRoutes;
import dev.optima.backend.http.MailRoutes;
import dev.optima.backend.http.MeetingMailRoutes;
import dev.optima.backend.http.MeetingRoutes;
import dev.optima.backend.http.ProviderRoutes;
import dev.optima.backend.http.PushRoutes;
import dev.optima.backend.http.QualityRoutes;
import dev.optima.backend.http.RecordingRoutes;
import dev.optima.backend.http.RoomRoutes;
import dev.optima.backend.http.SearchRoutes;
import dev.optima.backend.http.SessionRoutes;
import java.util.List;
import java.util.stream.Stream;

/// All endpoints of REST.
final class Endpoints {
  private Endpoints() {}

  static List<Endpoint> of(Services services, Callers callers, AttachmentRoutes attachments) {
    Team team = services.team();
    People people = services.people();
    return Stream.of(
            new SessionRoutes(
                    team.signIn(), team.sessions(), people.profiles(), team.accounts(), callers)
                .endpoints(),
            new ApplicantRoutes(
                    people.applicants(),
                    people.imports(),
                    people.invitations(),
                    callers,
                    team.sessions().life())
                .endpoints(),
            attachments.endpoints(),
            new RoomRoutes(people.rooms(), services.chat().service()).endpoints(),
            new PushRoutes(services.push().service()).endpoints(),
            new MailRoutes(services.mail().service()).endpoints(),
            new SearchRoutes(services.chat().search()).endpoints(),
            new MeetingRoutes(
                    services.meetings().service(),
                    services.meetings().list(),
                    services.meetings().entrance())
                .endpoints(),
            new BookingRoutes(
                    services.bookings().service(),
                    services.bookings().links(),
                    services.meetingMails().links())
                .endpoints(),
            new CalendarRoutes(services.meetingMails().feeds(), services.elsewhere()).endpoints(),
            new MeetingMailRoutes(
                    services.meetingMails().links(), services.meetingMails().preview())
                .endpoints(),
            new RecordingRoutes(
                    services.recordings().service(), services.recordings().transcripts())
                .endpoints(),
            new ProviderRoutes(services.video().providers(), services.video().tests()).endpoints(),
            services.mediaServers().routes().endpoints(),
            new AuditRoutes(services.audit()).endpoints(),
            new AnalyticsRoutes(services.analytics().service()).endpoints(),
            new QualityRoutes(services.quality().service()).endpoints(),
            new CallRoutes(services.calls().service(), services.calls().history()).endpoints(),
            new LiveCallRoutes(
                    services.calls().news(),
                    services.calls().interviews(),
                    services.calls().timeline())
                .endpoints(),
            new HistoryRoutes(services.calls().search(), services.calls().report()).endpoints())
        .flatMap(List::stream)
        .toList();
  }
}
