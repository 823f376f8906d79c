/// What media servers tell, on both databases.
@NullMarked
package dev.optima.backend.media;

import org.jspecify.annotations.NullMarked;
