package dev.optima.console.schedule;

import java.time.LocalDate;

/// One row of the agenda.
sealed interface AgendaRow {
  /// The head of a day.
  record Day(LocalDate date) implements AgendaRow {}

  /// A meeting of that day.
  record Item(Slot slot) implements AgendaRow {}
}
