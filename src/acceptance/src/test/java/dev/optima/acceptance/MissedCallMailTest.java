package dev.optima.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.optima.acceptance.client.Answer;
import dev.optima.acceptance.client.Office.Member;
import dev.optima.acceptance.harness.ApplicantBrowser;
import dev.optima.acceptance.harness.ApplicantPage;
import dev.optima.acceptance.harness.Demand;
import dev.optima.acceptance.harness.Site;
import dev.optima.acceptance.run.Tool;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
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
    GreenMail server =
        new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
    server.start();
    Map<String, String> smtp =
        Map.of(
            "smtp.host", "127.0.0.1",
            "smtp.port", Integer.toString(server.getSmtp().getPort()),
            "smtp.security", "none",
            "smtp.from", "Acme Jobs <jobs@acme.example>");
    try (Site site = Site.open("missed-mail", smtp);
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

      assertThat(server.waitForIncomingEmail(20_000, 1)).isTrue();
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getSubject()).contains("Rea Recruiter");
      assertThat(mail.getAllRecipients()[0].toString()).contains("ayse@example.com");
      Matcher link = LINK.matcher(text(mail));
      assertThat(link.find()).isTrue();

      page.redeem(URI.create(link.group()));
      page.await("body[data-screen=home]");
    } finally {
      server.stop();
    }
  }

  private static String text(MimeMessage mail) throws Exception {
    Object content = mail.getContent();
    while (content instanceof MimeMultipart parts) {
      content = parts.getBodyPart(0).getContent();
    }
    return content.toString();
  }
}
