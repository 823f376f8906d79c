/// The check of camera, microphone and speaker before the first call.
@NullMarked
package dev.optima.console.devices;

import org.jspecify.annotations.NullMarked;
