package io.robotrader.engine;

import io.robotrader.config.section.DataConfig;
import io.robotrader.engine.market.QualityBounds;
import java.time.Duration;
import java.util.Optional;

/** From the settings to the lines between which a bar is believed. */
final class Bounds {

    private static final Duration FOR_EVER = Duration.ofDays(365_000);

    private Bounds() {}

    /** Empty if the check is switched off. */
    static Optional<QualityBounds> of(DataConfig data) {
        if (!data.checkQuality()) {
            return Optional.empty();
        }
        QualityBounds usual = QualityBounds.defaults();
        double most = data.maxBarJumpPct();
        return Optional.of(
                usual.withAges(usual.maxQuoteAge(), data.maxBarAge().limit().orElse(FOR_EVER))
                        .withJumps(usual.deviations(), Math.min(usual.minJump(), most), most));
    }
}
