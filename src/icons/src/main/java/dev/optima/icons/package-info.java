/// The sign of the product, as pictures in every size.
@NullMarked
package dev.optima.icons;

import org.jspecify.annotations.NullMarked;
