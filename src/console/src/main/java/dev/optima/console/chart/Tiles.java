package dev.optima.console.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards beside one another, in columns of equal width; in a row all have the same height. There
/// are as many columns as there is room for, but no more than fill the rows evenly. A wide card
/// takes a row for itself.
public final class Tiles extends Region {
  private static final String WIDE = "chartWide";

  private final double least;
  private final int most;
  private final double gap;
  private boolean steady;

  /// @param least how wide a column is at least
  /// @param most how many columns there are at the most
  public Tiles(double least, int most, double gap) {
    this.least = least;
    this.most = most;
    this.gap = gap;
  }

  /// Lets a card take a row for itself.
  public static <T extends Node> T wide(T card) {
    card.getProperties().put(WIDE, true);
    return card;
  }

  /// Lets the columns be as wide with one card as with many.
  public Tiles steady() {
    steady = true;
    return this;
  }

  /// Shows just these cards in this order; those that stay keep the keyboard.
  public void show(List<? extends Node> cards) {
    getChildren().retainAll(cards);
    for (int i = 0; i < cards.size(); i++) {
      Node card = cards.get(i);
      if (i >= getChildren().size() || getChildren().get(i) != card) {
        getChildren().remove(card);
        getChildren().add(i, card);
      }
    }
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private int columns(double width) {
    int room = (int) ((width + gap) / (least + gap));
    int fitting = Math.clamp(room, 1, most);
    long cards = getManagedChildren().stream().filter(card -> !isWide(card)).count();
    if (steady || cards == 0) {
      return fitting;
    }
    long rows = Math.ceilDiv(cards, fitting);
    return (int) Math.ceilDiv(cards, rows);
  }

  private static boolean isWide(Node card) {
    return card.getProperties().containsKey(WIDE);
  }

  private List<List<Node>> rows(double width) {
    int columns = columns(width);
    List<List<Node>> rows = new ArrayList<>();
    List<Node> row = new ArrayList<>();
    for (Node card : getManagedChildren()) {
      boolean wide = isWide(card);
      if (!row.isEmpty() && (wide || row.size() == columns)) {
        rows.add(row);
        row = new ArrayList<>();
      }
      row.add(card);
      if (wide) {
        rows.add(row);
        row = new ArrayList<>();
      }
    }
    if (!row.isEmpty()) {
      rows.add(row);
    }
    return rows;
  }

  private double cardWidth(List<Node> row, double width) {
    int columns = isWide(row.getFirst()) ? 1 : columns(width);
    return (width - gap * (columns - 1)) / columns;
  }

  private static double height(List<Node> row, double width) {
    return row.stream().mapToDouble(card -> Math.ceil(card.prefHeight(width))).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double y = getInsets().getTop();
    double width = getWidth();
    for (List<Node> row : rows(width)) {
      double wide = cardWidth(row, width);
      double tall = height(row, wide);
      for (int i = 0; i < row.size(); i++) {
        double left = Math.round(i * (wide + gap));
        double right = Math.round(i * (wide + gap) + wide);
        layoutInArea(row.get(i), left, y, right - left, tall, 0, HPos.LEFT, VPos.TOP);
      }
      y += tall + gap;
    }
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width < 0 ? prefWidth(-1) : width;
    List<List<Node>> rows = rows(wide);
    double sum = rows.stream().mapToDouble(row -> height(row, cardWidth(row, wide))).sum();
    return sum + gap * Math.max(0, rows.size() - 1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    return least * most + gap * (most - 1);
  }
}
