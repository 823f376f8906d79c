package dev.optima.backend;

import dev.optima.backend.mail.MailCourier;
import dev.optima.backend.mail.MailLetters;
import dev.optima.backend.mail.MailService;
import dev.optima.backend.mail.MailTexts;
import dev.optima.backend.mail.Outbox;
import dev.optima.backend.mail.SmtpPost;
import dev.optima.backend.store.Database;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/// Mail.
///
/// @param courier sends what is queued; absent if no mail server is set
record Mail(Outbox outbox, MailService service, Optional<MailCourier> courier) {

  static Mail wire(
      Database database, Outbox outbox, MailTexts texts, MailLetters letters, Surroundings around) {
    SmtpPost post = around.config().smtp().map(SmtpPost::new).orElse(null);
    MailService service =
        new MailService(
            database,
            outbox,
            new MailService.Tools(post, texts, around.publicUrl()),
            around.clock());
    Optional<MailCourier> courier =
        Optional.ofNullable(post)
            .map(
                way ->
                    new MailCourier(
                        database,
                        new MailCourier.Tools(
                            way,
                            texts,
                            letters,
                            around.clock(),
                            () -> ThreadLocalRandom.current().nextDouble())));
    return new Mail(outbox, service, courier);
  }
}
