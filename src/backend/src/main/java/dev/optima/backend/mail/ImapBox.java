package dev.optima.backend.mail;

import dev.optima.backend.account.Secrets;
import dev.optima.backend.config.ImapSettings;
import dev.optima.backend.config.SmtpSettings.Security;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The mailbox to which answers come (IMAP). Reading leaves no trace in it; only what was taken is
/// marked as read.
public final class ImapBox {
  private static final Logger LOG = LoggerFactory.getLogger(ImapBox.class);
  private static final String PATIENCE = "20000";

  /// How many mails of an unknown mailbox are looked at.
  private static final int MOST = 2_000;

  private final ImapSettings settings;
  private final Session session;

  public ImapBox(ImapSettings settings) {
    this.settings = settings;
    this.session = Session.getInstance(properties(settings));
  }

  /// How far it was read.
  ///
  /// @param validity UIDVALIDITY: numbers count only while this is the same
  record Mark(long validity, long uid) {}

  /// By what it is known, without saying what it is.
  String name() {
    return Secrets.hash(
        settings.host() + "\n" + settings.login().user() + "\n" + settings.folder());
  }

  /// Shows what came in since.
  ///
  /// @param since how far it was read; if it is not known, or no longer counts, what came after
  ///   `oldest` is shown
  Mark read(@Nullable Mark since, Instant oldest, AnswerReader reader) throws MessagingException {
    try (Store store = session.getStore("imap")) {
      store.connect(
          settings.host(), settings.port(), settings.login().user(), settings.login().password());
      Folder folder = store.getFolder(settings.folder());
      folder.open(Folder.READ_WRITE);
      try {
        return read(folder, since, oldest, reader);
      } finally {
        leave(folder);
      }
    }
  }

  /// Without clearing away what somebody else marked as deleted.
  private static void leave(Folder folder) {
    try {
      if (folder.isOpen()) {
        folder.close(false);
      }
    } catch (MessagingException e) {
      LOG.debug("The mailbox was left without a word: {}", e.toString());
    }
  }

  private static Mark read(Folder folder, @Nullable Mark since, Instant oldest, AnswerReader reader)
      throws MessagingException {
    UIDFolder numbers = (UIDFolder) folder;
    long validity = numbers.getUIDValidity();
    boolean known = since != null && since.validity() == validity;
    long last = known ? Objects.requireNonNull(since).uid() : 0;
    List<Message> mails = known ? after(folder, last) : newest(folder, oldest);
    for (Message mail : mails) {
      long uid = numbers.getUID(mail);
      if (uid > last) {
        show(mail, reader);
        last = uid;
      }
    }
    return new Mark(validity, last);
  }

  private static List<Message> after(Folder folder, long uid) throws MessagingException {
    Message[] mails = ((UIDFolder) folder).getMessagesByUID(uid + 1, UIDFolder.LASTUID);
    return prepared(folder, mails);
  }

  private static List<Message> newest(Folder folder, Instant oldest) throws MessagingException {
    Message[] mails = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(oldest)));
    return prepared(
        folder, Arrays.copyOfRange(mails, Math.max(0, mails.length - MOST), mails.length));
  }

  private static List<Message> prepared(Folder folder, Message[] mails) throws MessagingException {
    FetchProfile wanted = new FetchProfile();
    wanted.add(UIDFolder.FetchProfileItem.UID);
    wanted.add(FetchProfile.Item.CONTENT_INFO);
    folder.fetch(mails, wanted);
    return Arrays.stream(mails)
        .filter(mail -> !mail.isExpunged())
        .sorted(Comparator.comparingInt(Message::getMessageNumber))
        .toList();
  }

  /// A mail that cannot be understood is none for us; if the connection is lost, it is shown again.
  private static void show(Message mail, AnswerReader reader) throws MessagingException {
    try {
      Optional<String> calendar = CalendarPart.of(mail);
      if (calendar.isPresent() && reader.take(answer(mail, calendar.get()))) {
        mail.setFlag(Flags.Flag.SEEN, true);
      }
    } catch (FolderClosedException | StoreClosedException e) {
      throw e;
    } catch (MessagingException | IOException e) {
      // A mail that is gone, or is none; or the connection was lost.
      if (!mail.getFolder().isOpen()) {
        throw new MessagingException("the mailbox is gone", e);
      }
    }
  }

  private static IncomingAnswer answer(Message mail, String calendar) throws MessagingException {
    String id = mail instanceof MimeMessage mime ? mime.getMessageID() : null;
    return new IncomingAnswer(Objects.requireNonNullElse(id, ""), calendar);
  }

  private static Properties properties(ImapSettings settings) {
    Properties properties = new Properties();
    properties.put("mail.imap.connectiontimeout", PATIENCE);
    properties.put("mail.imap.timeout", PATIENCE);
    properties.put("mail.imap.writetimeout", PATIENCE);
    properties.put("mail.imap.peek", "true");
    properties.put("mail.imap.ssl.checkserveridentity", "true");
    boolean starttls = settings.security() == Security.STARTTLS;
    properties.put("mail.imap.starttls.enable", Boolean.toString(starttls));
    properties.put("mail.imap.starttls.required", Boolean.toString(starttls));
    properties.put("mail.imap.ssl.enable", Boolean.toString(settings.security() == Security.TLS));
    settings
        .certificate()
        .map(file -> TrustedCertificates.factory("imap.certificate", file))
        .ifPresent(trust -> properties.put("mail.imap.ssl.socketFactory", trust));
    return properties;
  }
}
