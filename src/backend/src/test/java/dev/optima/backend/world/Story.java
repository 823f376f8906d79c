package dev.optima.backend.world;

import dev.optima.backend.account.Identity;
import dev.optima.backend.store.Engine;
import java.nio.file.Path;

/// What happens between a recruiter and an applicant, in a fresh world on a database of its own.
@FunctionalInterface
public interface Story {
  void tell(World world, Identity ayse, Identity mert);

  /// Tells it on an engine.
  ///
  /// @param folder where an engine without a server keeps its files
  static void on(Engine engine, Path folder, Story story) {
    try (var world = new World(engine.open(folder))) {
      story.tell(world, world.recruiter("ayse"), world.applicant("mert"));
    }
  }

  /// Tells one of the team alone.
  static void ofTeam(Engine engine, Path folder, OfTeam story) throws Exception {
    try (var world = new World(engine.open(folder))) {
      story.tell(world, world.recruiter("ayse"));
    }
  }

  /// One of a recruiter alone.
  @FunctionalInterface
  interface OfTeam {
    void tell(World world, Identity ayse) throws Exception;
  }

  /// One with a third person, who belongs to the team or is another applicant.
  @FunctionalInterface
  interface OfThree {
    void tell(World world, Identity one, Identity two, Identity three);
  }
}
