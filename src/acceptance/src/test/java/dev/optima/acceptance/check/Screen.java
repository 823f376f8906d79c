package dev.optima.acceptance.check;

import dev.optima.acceptance.harness.CuttableProxy;

/// A real client with a person before it: the applicant's page, or the console.
interface Screen {

  /// Writes something and sends it, whether there is a connection or not.
  void say(String words);

  /// Changes the person's newest message, as the arrow key does.
  ///
  /// @param times makes the words new
  void change(int times);

  /// Gives an emoji to the newest message, or takes it back.
  void react();

  boolean isOnline();

  /// What is shown of the room of both.
  Glance glance();

  /// Scrolls back.
  void back();

  /// What it runs over.
  CuttableProxy cable();
}
