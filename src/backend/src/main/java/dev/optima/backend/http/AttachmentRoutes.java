package dev.optima.backend.http;

import dev.optima.backend.account.Identity;
import dev.optima.backend.attachment.AttachmentService;
import dev.optima.backend.attachment.Download;
import dev.optima.backend.refusal.Refusal;
import dev.optima.protocol.id.AttachmentId;
import dev.optima.protocol.id.RoomId;
import dev.optima.protocol.message.ErrorCode;
import dev.optima.protocol.rest.NewAttachment;
import dev.optima.protocol.rest.Upload;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/// Files of messages. What is said of them is JSON as everywhere; their bytes stream, past the
/// limit of other bodies and without being held in memory.
public final class AttachmentRoutes {
  private static final String PLACE = "/api/attachments/:attachmentId";
  private static final Duration SILENCE = Duration.ofSeconds(10);

  private final AttachmentService attachments;
  private final Callers callers;
  private final Vertx vertx;
  private final Workers workers;

  public AttachmentRoutes(
      AttachmentService attachments, Callers callers, Vertx vertx, Executor threads) {
    this.attachments = attachments;
    this.callers = callers;
    this.vertx = vertx;
    this.workers = new Workers(vertx, threads);
  }

  /// What is said of files.
  public List<Endpoint> endpoints() {
    return List.of(
        new Endpoint(
            "beginUpload",
            Access.SESSION,
            request ->
                Reply.created(
                    attachments.begin(
                        request.identity(),
                        request.path("roomId", RoomId::new),
                        request.body(NewAttachment.class)))),
        new Endpoint(
            "getUpload",
            Access.SESSION,
            request ->
                Reply.ok(
                    attachments.status(
                        request.identity(), request.path("attachmentId", AttachmentId::new)))),
        new Endpoint("cancelUpload", Access.SESSION, this::cancel));
  }

  /// The operations of the contract that stream.
  static Set<String> streams() {
    return Set.of("appendUpload", "getAttachmentContent", "getAttachmentPreview");
  }

  /// Mounts what streams; it goes before the contract's own routes.
  void mount(Router router) {
    router.patch(PLACE).handler(this::append);
    PageRoutes.read(router, PLACE + "/content")
        .handler(c -> download(c, attachments::content, FileAnswer.Disposition.ATTACHMENT));
    PageRoutes.read(router, PLACE + "/preview")
        .handler(c -> download(c, attachments::preview, FileAnswer.Disposition.INLINE));
  }

  private Reply cancel(ApiRequest request) {
    attachments.cancel(request.identity(), request.path("attachmentId", AttachmentId::new));
    return Reply.nothing();
  }

  private void append(RoutingContext context) {
    HttpServerRequest request = context.request();
    var body = new RequestBody(vertx, request, SILENCE);
    context.addEndHandler(done -> body.discard());
    Callers.Credentials credentials = callers.credentials(request);
    demandBytes(context);
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      context.response().writeContinue();
    }
    workers.<Upload>run(
        context,
        () -> attachments.append(who(credentials), id(context), offset(request), body),
        upload -> ApiRoutes.send(context, Reply.ok(upload)));
  }

  private void download(
      RoutingContext context,
      BiFunction<Identity, AttachmentId, Download> which,
      FileAnswer.Disposition disposition) {
    Callers.Credentials credentials = callers.credentials(context.request());
    workers.<Download>run(
        context,
        () -> which.apply(who(credentials), id(context)),
        file -> FileAnswer.send(context, file, disposition));
  }

  private Identity who(Callers.Credentials credentials) {
    Identity identity = callers.identify(credentials);
    Access.SESSION.demand(identity);
    return Objects.requireNonNull(identity);
  }

  private static AttachmentId id(RoutingContext context) {
    try {
      return new AttachmentId(context.pathParam("attachmentId"));
    } catch (IllegalArgumentException e) {
      throw Refusal.notFound("there is nothing of this id");
    }
  }

  private static void demandBytes(RoutingContext context) {
    HttpServerRequest request = context.request();
    String type = request.getHeader("Content-Type");
    String plain = type == null ? "" : type.split(";", 2)[0].strip();
    if (!plain.equalsIgnoreCase("application/octet-stream")) {
      throw Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "send application/octet-stream");
    }
    String length = request.getHeader("Content-Length");
    if (length != null && Long.parseLong(length) > AttachmentService.MAX_CHUNK) {
      if (request.version() == HttpVersion.HTTP_1_1) {
        // Rather than to read all of it only to throw it away.
        context.response().putHeader("Connection", "close");
      }
      throw Refusal.of(
          ErrorCode.TOO_LARGE, "a chunk has " + AttachmentService.MAX_CHUNK + " bytes at most");
    }
  }

  private static long offset(HttpServerRequest request) {
    String offset = request.getHeader("Upload-Offset");
    if (offset == null || !offset.matches("\\d{1,18}")) {
      throw Refusal.invalid("Upload-Offset", "Upload-Offset says where the chunk begins");
    }
    return Long.parseLong(offset);
  }
}
