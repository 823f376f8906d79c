package dev.optima.console.insight;

import dev.optima.protocol.message.Meeting;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.ObservableList;

/// What figures can be narrowed to.
///
/// @param team everybody of it
/// @param positions all that are known, asked for whenever one is to be chosen
public record InsightChoices(
    ObservableList<Meeting.Interviewer> team, Supplier<List<String>> positions) {}
