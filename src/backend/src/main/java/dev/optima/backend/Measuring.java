package dev.optima.backend;

import dev.optima.backend.call.TeamNews;
import dev.optima.backend.quality.QualityPacker;
import dev.optima.backend.quality.QualityService;
import dev.optima.backend.store.Database;

/// How well calls go.
record Measuring(QualityService service, QualityPacker packer) {
  static Measuring wire(Database database, Calls calls, Surroundings around) {
    var packer = new QualityPacker(database, around.config().retention(), around.time());
    calls.service().watch(packer::follow);
    var service = new QualityService(database, calls.service(), around.clock());
    TeamNews news = calls.news();
    service.watch(side -> news.measured(side.call(), side.user(), side.bars(), side.at()));
    return new Measuring(service, packer);
  }
}
