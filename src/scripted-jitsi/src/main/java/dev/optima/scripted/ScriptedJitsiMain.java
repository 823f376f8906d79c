package dev.optima.scripted;

/// Runs the scripted peer by hand, with a server's own secret: `<port> <app id> <secret>`. It says
/// what to put into the settings and what Chromium must be started with.
public final class ScriptedJitsiMain {
  private ScriptedJitsiMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    int port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0;
    TokenRule rule =
        arguments.length < 3
            ? new TokenRule.Anonymous()
            : new TokenRule.Shared(arguments[1], arguments[2], "jitsi", "127.0.0.1");
    try (var jitsi = ScriptedJitsi.start(port, rule)) {
      System.out.println("A scripted peer of Jitsi's IFrame API (no Jitsi): " + jitsi.domain());
      System.out.println("Chromium: " + jitsi.chromiumSwitch());
      System.out.println("JVM: " + String.join(" ", jitsi.jvmOptions()));
      Thread.currentThread().join();
    }
  }
}
