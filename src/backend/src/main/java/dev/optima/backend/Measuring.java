package dev.optima.backend;

import dev.optima.backend.call.CallService;
import dev.optima.backend.quality.QualityPacker;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.store.Database;

/// How well calls go.
record Measuring(QualityService service, QualityPacker packer) {
  static Measuring wire(Database database, CallService calls, Surroundings around) {
    var packer = new QualityPacker(database, around.config().retention(), around.clock());
    calls.watch(packer::follow);
    return new Measuring(new QualityService(database, calls, around.clock()), packer);
  }
}
