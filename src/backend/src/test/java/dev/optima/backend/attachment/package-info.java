/// Files, from the service down to the disk.
@NullMarked
package dev.optima.backend.attachment;

import org.jspecify.annotations.NullMarked;
