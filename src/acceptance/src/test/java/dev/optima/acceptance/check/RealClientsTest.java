package dev.optima.acceptance.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.acceptance.client.Office.Guest;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.CuttableProxy;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.run.Tool;
import dev.optima.protocol.id.UserId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The applicant's page and the console's chat, the real ones, while their cables tear and the
/// backend is killed: in the end both show the rows of the database, and nothing that was ever
/// shown as sent is missing. `-Doptima.clients.steps=1000 -Doptima.clients.kills=20` for more.
@Tag("slow")
class RealClientsTest {
  private static final int STEPS = Integer.getInteger("optima.clients.steps", 60);
  private static final int KILLS = Integer.getInteger("optima.clients.kills", 3);

  @Test
  void bothShowWhatIsStoredWhateverIsCutOrKilled() throws Exception {
    Demand.tools(Tool.CHROMIUM);
    long seed = Long.getLong("optima.clients.seed", CheckOptions.newSeed());
    System.out.println("real clients: seed " + seed);
    try (CuttableProxy cable = CuttableProxy.open();
        Site site =
            Site.open("clients", Map.of("ring.limit", "0", "public-url", cable.url().toString()));
        CuttableProxy consoleCable = CuttableProxy.to(site.backend().port());
        ApplicantBrowser browser = ApplicantBrowser.launch();
        ApplicantPage applicant = browser.device(cable.url())) {
      cable.leadTo(site.backend().port());
      Member recruiter = site.recruiter("Rea Recruiter");
      Guest guest = site.applicant("Ayşe Yılmaz");
      try (var console =
          new ConsoleScreen(
              recruiter,
              new UserId(guest.userId()),
              consoleCable,
              site.folder().resolve("console"),
              seed)) {
        applicant.open(guest.session());
        console.open();
        var run = new ClientsRun(site, new PageScreen(applicant, cable), console, seed);
        run.talk(STEPS, KILLS);
        run.settle(guest);
        System.out.println(run);
        assertThat(console.failures()).isEmpty();
        assertThat(applicant.complaints()).filteredOn(RealClientsTest::isGrave).isEmpty();
      }
    }
  }

  /// A browser complains of every connection that is lost, and rightly; and of push, which a
  /// browser without a profile does not have.
  private static boolean isGrave(String complaint) {
    return List.of("net::ERR_", "WebSocket connection to", "Push API").stream()
        .noneMatch(complaint::contains);
  }
}
