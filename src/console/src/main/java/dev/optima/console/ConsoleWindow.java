package dev.optima.console;

import dev.optima.console.client.ApiClient;
import dev.optima.console.client.HttpExchange;
import dev.optima.console.client.ServerAddress;
import dev.optima.console.devices.DevicePlace;
import dev.optima.console.fx.Ticker;
import dev.optima.console.i18n.Language;
import dev.optima.console.i18n.Message;
import dev.optima.console.i18n.Words;
import dev.optima.console.login.LoginViewModel;
import dev.optima.console.login.LoginViewModel.SignIn;
import dev.optima.console.login.OpeningView;
import dev.optima.console.login.SignInView;
import dev.optima.console.look.Styles;
import dev.optima.console.look.WindowPictures;
import dev.optima.console.settings.ConsoleSettings;
import dev.optima.console.settings.SettingsViewModel;
import dev.optima.console.shell.Desk;
import dev.optima.console.shell.DeskWindow;
import dev.optima.console.shell.ShellView;
import dev.optima.console.surface.SurfaceChoice;
import dev.optima.protocol.rest.Me;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// The one window, and which of its faces it shows: signing in, or the desk of who has signed in.
final class ConsoleWindow implements AutoCloseable {
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double MIN_WIDTH = 900;
  private static final double MIN_HEIGHT = 600;

  private final Stage stage;
  private final Desk.Ground ground;
  private final Surfaces surfaces;
  private final Supplier<HttpExchange> http;
  private final Ticker ticker;
  private final StackPane root = new StackPane();
  private final WindowLinks links = new WindowLinks();
  private final Entrance entrance;
  private @Nullable String given;
  private @Nullable LoginViewModel loginModel;
  private @Nullable SignInView login;
  private @Nullable DeviceStep deviceStep;
  private @Nullable DeskWindow desk;

  /// What is known of where calls are shown.
  ///
  /// @param warm starts the engine in the background
  /// @param checks where camera and microphone are checked
  record Surfaces(
      ObservableValue<? extends @Nullable Node> picture,
      Supplier<SurfaceChoice> choice,
      Runnable warm,
      DevicePlace checks) {}

  ConsoleWindow(Stage stage, Desk.Ground ground, Surfaces surfaces, Supplier<HttpExchange> http) {
    this.stage = stage;
    this.ground = ground;
    this.surfaces = surfaces;
    this.http = http;
    this.ticker = new Ticker(ground.local(), this::tick);
    this.entrance = new Entrance(ground.tasks(), ground.local(), new Faces());
  }

  /// Shows the window; with a session that is given or remembered, nobody has to sign in.
  ///
  /// @param server that was named at this start: it is remembered once somebody has signed in there
  /// @param token a session that was given
  void open(@Nullable String server, Optional<String> token) {
    given = server;
    Scene scene = new Scene(root, WIDTH, HEIGHT);
    Styles.apply(scene);
    stage.setScene(scene);
    stage.setMinWidth(MIN_WIDTH);
    stage.setMinHeight(MIN_HEIGHT);
    stage.setTitle(words().get("app.name"));
    ground.tasks().run(() -> WindowPictures.load(0), this::picture, _ -> {});
    stage.setOnCloseRequest(
        event -> {
          if (desk != null && desk.keepsOpen(stage::close)) {
            event.consume();
          }
        });
    Opening opening = Opening.of(server, token, ground.settings().get());
    Optional<ServerAddress> address = opening.address();
    if (opening.token().isPresent() && address.isPresent()) {
      String session = opening.token().get();
      showOpening(null);
      stage.show();
      entrance.remembered(
          () -> {
            ApiClient nobody = ApiClient.anonymous(http.get(), address.get());
            return new SignIn(address.get(), session, nobody.as(session));
          });
    } else {
      showLogin(null);
      stage.show();
    }
    ticker.start();
  }

  /// The first ones; whoever has signed in by then may have missed calls, and better ones.
  private void picture(List<Image> pictures) {
    if (stage.getIcons().isEmpty()) {
      stage.getIcons().setAll(pictures);
    }
  }

  /// The console was opened again, with a link or an empty text: it comes to the front and shows
  /// what the link is about, as soon as it can.
  void opened(String text) {
    DeskWindow.bringUp(stage);
    links.take(text);
    follow();
  }

  private void follow() {
    if (desk != null) {
      links.showOn(desk);
    } else if (login != null && loginModel != null) {
      links.showOn(loginModel);
    }
  }

  private void showOpening(@Nullable Message problem) {
    Runnable otherwise =
        () -> {
          entrance.forget();
          showLogin(null);
        };
    put(new OpeningView(words(), problem, otherwise));
  }

  /// Which face follows upon the entrance.
  private final class Faces implements Entrance.Ways {
    /// Whoever has typed who they are may be at this computer for the first time.
    @Override
    public void entered(SignIn signIn, Me me, boolean byForm) {
      if (byForm && !ground.settings().get().devicesAsked()) {
        showDevices(signIn, me);
      } else {
        showDesk(signIn, me);
      }
    }

    @Override
    public void delayed(Message why) {
      showOpening(why);
    }

    @Override
    public void refused(Exception failure) {
      showLogin(null);
      if (loginModel != null) {
        loginModel.refused(failure);
      }
    }
  }

  private void showDevices(SignIn signIn, Me me) {
    ground.settings().change(ConsoleSettings::withDevicesAsked);
    ground.tasks().run(ground.settings()::save);
    leave();
    DeviceStep step =
        new DeviceStep(
            words(), ground, surfaces.checks(), signIn.server(), () -> showDesk(signIn, me));
    deviceStep = step;
    put(step);
    step.focusFirst();
  }

  private void showLogin(@Nullable Message why) {
    leave();
    LoginViewModel model = loginModel;
    if (model == null) {
      model =
          new LoginViewModel(
              http,
              ground.tasks(),
              ground.settings(),
              ground.local(),
              SettingsViewModel.version(),
              entrance::byForm);
      if (given != null) {
        model.startAt(given);
      }
      loginModel = model;
    }
    model.again(why);
    LoginViewModel shown = model;
    SignInView view =
        new SignInView(
            words(),
            model,
            language -> {
              speak(language);
              showLogin(shown.problem().get());
            });
    login = view;
    put(view);
    follow();
    view.focusFirst();
    stage.setTitle(words().get("app.name"));
  }

  /// Whatever a desk fails of is said where the recruiter looks, and logged.
  private void showDesk(SignIn signIn, Me me) {
    try {
      leave();
      openDesk(signIn, me);
    } catch (RuntimeException | LinkageError e) {
      LoggerFactory.getLogger(ConsoleWindow.class).error("the desk could not be opened", e);
      showLogin(Message.of("login.deskFailed"));
    }
  }

  private void openDesk(SignIn signIn, Me me) {
    Desk.Session session = new Desk.Session(signIn.server(), signIn.token(), signIn.api(), me);
    DeskWindow opened =
        new DeskWindow(
            stage,
            session,
            ground,
            new ShellView.Surface(surfaces.picture(), surfaces.choice(), surfaces.checks()),
            this::put,
            byChoice -> signedOut(signIn.server(), byChoice));
    desk = opened;
    opened.start();
    ground.tasks().run(surfaces.warm()::run);
    links.showOn(opened);
  }

  /// A session that was given for another backend is not the remembered one.
  private void signedOut(ServerAddress there, boolean byChoice) {
    ground.settings().change(known -> Opening.isOf(known, there) ? known.withoutToken() : known);
    ground.tasks().run(ground.settings()::save);
    showLogin(byChoice ? null : Message.of("login.sessionOver"));
  }

  private void speak(Language language) {
    ground.settings().change(known -> known.withLanguage(language));
    ground.tasks().run(ground.settings()::save);
  }

  private Words words() {
    Language language = ground.settings().get().language();
    return Words.of(language == null ? Language.EN : language, ground.zone());
  }

  private void put(Parent content) {
    root.getChildren().setAll(content);
  }

  private void leave() {
    if (login != null) {
      login.close();
      login = null;
    }
    if (deviceStep != null) {
      deviceStep.close();
      deviceStep = null;
    }
    if (desk != null) {
      desk.close();
      desk = null;
    }
  }

  private void tick(Instant now) {
    if (desk != null) {
      desk.tick(now);
    } else if (loginModel != null) {
      loginModel.tick(now);
      follow();
    }
    entrance.tick(now);
  }

  @Override
  public void close() {
    ticker.close();
    leave();
  }
}
