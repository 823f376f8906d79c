package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.Mailbox;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.run.Tool;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A call that nobody was there to take, from the refusal to the applicant's page: the real jar, a
/// real mail server (GreenMail), a real browser.
class MissedCallMailTest {
  private static final Pattern LINK = Pattern.compile("http://\\S+/a/[A-Za-z0-9_-]+");

  @Test
  void theMailOfAMissedCallLeadsIn() throws Exception {
    Demand.tools(Tool.CHROMIUM);
    try (Mailbox mailbox = Mailbox.open();
        Site site = Site.open("missed-mail", mailbox.settings());
        ApplicantBrowser browser = ApplicantBrowser.launch();
        ApplicantPage page = browser.device(site.url())) {
      Member recruiter = site.recruiter("Rea Recruiter");
      String applicant =
          site.office()
              .addApplicant(recruiter, "Ayşe Yılmaz", "ayse@example.com")
              .field("applicant_id");
      Answer offline =
          recruiter
              .rest()
              .post(
                  "/api/video-calls/initiate",
                  Map.of("room_id", "applicant_" + applicant, "key", "k-1"));
      assertThat(offline.code()).isEqualTo("offline");

      Mailbox.Letter mail = mailbox.await(1);
      assertThat(mail.subject()).contains("Rea Recruiter");
      assertThat(mail.to()).contains("ayse@example.com");
      Matcher link = LINK.matcher(mail.text());
      assertThat(link.find()).isTrue();

      page.redeem(URI.create(link.group()));
      page.await("body[data-screen=home]");
    }
  }
}
