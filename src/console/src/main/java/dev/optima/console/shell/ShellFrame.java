package dev.optima.console.shell;

import dev.optima.console.call.NoticeView;
import dev.optima.console.call.RingingCardView;
import dev.optima.console.fx.Subscriptions;
import dev.optima.console.i18n.Words;
import dev.optima.console.look.Overlay;
import dev.optima.console.palette.PaletteView;
import dev.optima.console.toast.ToastsView;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands around the page, and over it: navigation, bars, the ringing card, notices, toasts,
/// dialogs and the palette.
final class ShellFrame implements AutoCloseable {
  private static final Insets FLOATING = new Insets(76, 24, 24, 24);
  private static final Insets TOASTS = new Insets(0, 0, 84, 0);

  private final Words words;
  private final Desk desk;
  private final Subscriptions subscriptions = new Subscriptions();
  private final List<Node> layers;

  /// @param host has the page
  /// @param place where the live call is shown
  ShellFrame(
      Words words,
      Desk desk,
      ObjectProperty<Page> page,
      StackPane host,
      Overlay overlay,
      CallPlace place,
      NoticeView.Actions noticed) {
    this.words = words;
    this.desk = desk;
    BarsView bars = new BarsView(words, desk, place.hidden(), place::back);
    subscriptions.add(bars::close);
    BorderPane main = new BorderPane(host);
    main.setTop(bars);
    BorderPane frame = new BorderPane(main);
    frame.setLeft(navigation(page));
    layers = List.of(frame, floating(noticed), toasts(), overlay, palette());
  }

  private NavigationView navigation(ObjectProperty<Page> page) {
    NavigationView navigation =
        new NavigationView(
            words,
            page,
            desk.me(),
            new AvailabilityMenu(words, desk.availability(), () -> page.set(Page.SETTINGS)),
            new NavigationView.Counts(
                desk.planning().today().asks(),
                desk.applicants().unread(),
                desk.calling().team().missed()));
    subscriptions.add(navigation::close);
    return navigation;
  }

  private VBox floating(NoticeView.Actions noticed) {
    RingingCardView ring = new RingingCardView(words, desk.calls());
    NoticeView notice = new NoticeView(words, desk.calls(), noticed);
    subscriptions.add(ring::close);
    subscriptions.add(notice::close);
    VBox floating = new VBox(10, ring, notice);
    floating.setPickOnBounds(false);
    floating.setAlignment(Pos.TOP_RIGHT);
    StackPane.setMargin(floating, FLOATING);
    return floating;
  }

  private ToastsView toasts() {
    ToastsView toasts = new ToastsView(words, desk.toasts());
    subscriptions.add(toasts::close);
    StackPane.setAlignment(toasts, Pos.BOTTOM_CENTER);
    StackPane.setMargin(toasts, TOASTS);
    return toasts;
  }

  private PaletteView palette() {
    PaletteView palette = new PaletteView(words, desk.palette());
    subscriptions.add(palette::close);
    return palette;
  }

  /// From below.
  List<Node> layers() {
    return layers;
  }

  @Override
  public void close() {
    subscriptions.close();
  }
}
