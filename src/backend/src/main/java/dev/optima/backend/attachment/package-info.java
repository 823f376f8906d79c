/// Files that belong to messages: taken in pieces, examined, kept in a folder under names of our
/// own, and given only to those who are in the room.
@NullMarked
package dev.optima.backend.attachment;

import org.jspecify.annotations.NullMarked;
