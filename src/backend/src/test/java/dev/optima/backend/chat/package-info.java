/// Chat on both databases.
@NullMarked
package dev.optima.backend.chat;

import org.jspecify.annotations.NullMarked;
