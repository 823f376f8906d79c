package dev.optima.console.devices;

import dev.optima.console.call.SurfaceLine;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where the page of the check is shown.
///
/// @param picture the node of the page that is open; null if it is not in this window
public record DevicePlace(
    SurfaceLine.Opener opener, ObservableValue<? extends @Nullable Node> picture) {}
