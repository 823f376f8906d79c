/// What of the making of installers can be seen on any system.
@NullMarked
package dev.optima.packaging;

import org.jspecify.annotations.NullMarked;
