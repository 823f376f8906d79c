package dev.optima.backend.account;

import dev.optima.backend.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/// Hashes passwords with Argon2id (19 MiB, t=2, p=1: OWASP's password storage cheat sheet) in the
/// PHC string format, on a few threads of low priority, so that sign-ins cannot starve the rest.
public final class Passwords implements AutoCloseable {

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int LANES = 1;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int WAITING = 128;
  private static final String HEAD =
      "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";

  private final Secrets secrets;
  private final ThreadPoolExecutor workers;
  private final LongAdder derivations = new LongAdder();

  public Passwords(Secrets secrets) {
    this.secrets = secrets;
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.workers =
        new ThreadPoolExecutor(
            threads,
            threads,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform()
                .name("password-", 0)
                .priority(Thread.MIN_PRIORITY)
                .daemon(true)
                .factory());
    workers.allowCoreThreadTimeOut(true);
  }

  /// The hash to be stored. Waits for a free worker.
  public String hash(String password) {
    return onWorker(
        () -> {
          byte[] salt = secrets.bytes(SALT_BYTES);
          return HEAD + encode(salt) + "$" + encode(derive(password, salt));
        });
  }

  /// Whether the password fits. Without a stored hash the answer is no, after the same work, so
  /// that nobody learns by the time taken whether there is an account.
  public boolean verify(String password, @Nullable String stored) {
    return onWorker(
        () -> {
          if (stored == null) {
            byte[] derived = derive(password, new byte[SALT_BYTES]);
            return MessageDigest.isEqual(derived, new byte[HASH_BYTES]);
          }
          if (!stored.startsWith(HEAD)) {
            throw new IllegalStateException("a stored password is not in the form of Argon2id");
          }
          String[] parts = stored.substring(HEAD.length()).split("\\$", -1);
          byte[] expected = Base64.getDecoder().decode(parts[1]);
          return MessageDigest.isEqual(
              derive(password, Base64.getDecoder().decode(parts[0])), expected);
        });
  }

  @Override
  public void close() {
    workers.shutdown();
  }

  private <T> T onWorker(Callable<T> work) {
    try {
      return workers.submit(work).get();
    } catch (RejectedExecutionException e) {
      throw Refusal.unavailable("too many sign-ins at once; try again in a moment");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.unavailable("the server is stopping");
    } catch (ExecutionException e) {
      throw new IllegalStateException("a password could not be hashed", e.getCause());
    }
  }

  /// How often the costly part was done.
  long derivations() {
    return derivations.sum();
  }

  private byte[] derive(String password, byte[] salt) {
    derivations.increment();
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(MEMORY_KIB)
            .withIterations(PASSES)
            .withParallelism(LANES)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
    return hash;
  }

  private static String encode(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
