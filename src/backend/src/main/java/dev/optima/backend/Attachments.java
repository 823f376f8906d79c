package dev.optima.backend;

import dev.optima.backend.attachment.AttachmentFolder;
import dev.optima.backend.attachment.AttachmentLimits;
import dev.optima.backend.attachment.AttachmentService;
import dev.optima.backend.attachment.AttachmentSweeper;
import dev.optima.backend.attachment.ClamdAddress;
import dev.optima.backend.attachment.ClamdScanner;
import dev.optima.backend.attachment.FileExaminer;
import dev.optima.backend.attachment.Previews;
import dev.optima.backend.config.BackendConfig;
import dev.optima.backend.store.Database;

/// Files of messages.
record Attachments(AttachmentService service, AttachmentSweeper sweeper, Previews previews) {

  static Attachments wire(Database database, Surroundings around) {
    BackendConfig.Attachments config = around.config().attachments();
    AttachmentFolder folder = around.files();
    Previews previews = new Previews(folder);
    FileExaminer examiner =
        new FileExaminer(
            folder, previews, config.scanner().map(ClamdAddress::new).map(ClamdScanner::new));
    AttachmentLimits limits =
        AttachmentLimits.ofMegabytes(
            config.maxMegabytes(), config.roomMegabytes(), config.totalMegabytes());
    return new Attachments(
        new AttachmentService(database, folder, limits, examiner, around.clock()),
        new AttachmentSweeper(database, folder, around.clock()),
        previews);
  }
}
