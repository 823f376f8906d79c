/// The window: navigation, connection, attention, and one signed-in person's view models.
@NullMarked
package dev.optima.console.shell;

import org.jspecify.annotations.NullMarked;
