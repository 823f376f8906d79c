/// Makes installers: the console's by jpackage for the system this runs on, the backend's for
/// Debian. One program instead of a profile per system, so that the steps read in their order and
/// are tried wherever it runs.
@NullMarked
package dev.optima.packaging;

import org.jspecify.annotations.NullMarked;
