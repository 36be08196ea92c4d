package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.DataRefused;
import io.robotrader.engine.event.EngineEvent.HoldChanged;
import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.engine.market.Bar;
import io.robotrader.engine.market.DataQuality;
import io.robotrader.engine.market.QualityVerdict;
import io.robotrader.engine.market.QualityVerdict.Kind;
import io.robotrader.engine.market.QualityVerdict.Outcome;
import io.robotrader.engine.market.TradingTime;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges each bar before anything sees it, and keeps in mind of which symbols the prices are in doubt: in them nothing is
 * opened until the price is back where it was, or a person says that it is right.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final Floor floor;
    private final OrderDesk orders;
    private final @Nullable DataQuality quality;
    private final Set<String> strangers = new HashSet<>();
    // The symbols of which this run has let a bar in: what is older than an earlier run knows is no news.
    private final Set<String> begun = new HashSet<>();
    // The symbols of which a person has said that the next price is right.
    private final Set<String> trusted = new HashSet<>();

    Intake(Floor floor, OrderDesk orders) {
        this.floor = floor;
        this.orders = orders;
        TradingTime hours = TradingTime.of(floor.desk.calendar());
        this.quality = floor.desk
                .rules()
                .quality()
                .map(bounds -> new DataQuality(bounds, hours))
                .orElse(null);
    }

    /** Whether a bar gets in; if so it is its symbol's latest from now on. */
    boolean letsIn(Bar bar) {
        String symbol = bar.symbol();
        BarDoor.Answer answer = floor.tape.ask(bar);
        if (answer != BarDoor.Answer.IN) {
            boolean isKnown = answer == BarDoor.Answer.LATE && !begun.contains(symbol);
            if (!isKnown && (answer != BarDoor.Answer.STRANGER || strangers.add(symbol))) {
                refuse(bar, answer + ": " + floor.tape.words(answer, bar));
            }
            return false;
        }
        // What is from the future was refused by now; a clock that follows the bars has yet to follow this one.
        Instant now = floor.now();
        if (!isBelieved(bar, floor.clock.followsBars() || bar.time().isAfter(now) ? bar.time() : now)) {
            return false;
        }
        begun.add(symbol);
        floor.tape.letIn(bar);
        return true;
    }

    /** Whether a bar of before may be learned from, however old it is. */
    boolean mayLearn(Bar bar) {
        return isBelieved(bar, bar.time());
    }

    /** A bar of an earlier run: it was let in then. */
    void remember(Bar bar) {
        if (quality != null) {
            quality.accept(bar);
        }
    }

    private boolean isBelieved(Bar bar, Instant now) {
        if (quality == null) {
            return true;
        }
        if (trusted.remove(bar.symbol())) {
            quality.accept(bar);
            return true;
        }
        QualityVerdict verdict = quality.judge(bar, now);
        if (verdict.outcome() == Outcome.ACCEPT && floor.doubted.isEmpty()) {
            return true;
        }
        if (verdict.outcome() == Outcome.HOLD) {
            doubt(bar.symbol(), verdict.describe());
        }
        if (!verdict.isUsable()) {
            refuse(bar, verdict.describe());
            return false;
        }
        if (verdict.found(Kind.GAP) || verdict.found(Kind.LEVEL_SHIFT)) {
            note(bar.symbol() + " " + verdict.describe());
        }
        release(bar.symbol(), "its price is where it was");
        return true;
    }

    private void refuse(Bar bar, String why) {
        LOG.warn("A bar is refused, {}: {}", why, bar);
        floor.tally.refusedData();
        floor.host.publish(new DataRefused(floor.now(), bar.symbol(), why));
    }

    private void note(String what) {
        LOG.warn("Market data is odd: {}", what);
        floor.host.publish(new TroubleNoted(floor.now(), "market data", what));
    }

    private void doubt(String symbol, String why) {
        if (floor.doubted.putIfAbsent(symbol, why) == null) {
            LOG.warn("Nothing is opened in {} until its price is confirmed: {}", symbol, why);
            floor.host.publish(new HoldChanged(floor.now(), HoldChanged.PRICES_OF + symbol, true, why));
            orders.cancelOnce(
                    order -> order.order().symbol().equals(symbol) && orders.opens(order), "its price is in doubt");
        }
    }

    private void release(String symbol, String why) {
        if (floor.doubted.remove(symbol) != null) {
            floor.host.publish(new HoldChanged(floor.now(), HoldChanged.PRICES_OF + symbol, false, why));
        }
    }

    /** A person has seen what is in doubt, and says that it is right. */
    void confirm() {
        for (String symbol : List.copyOf(floor.doubted.keySet())) {
            if (quality != null && !quality.confirm(symbol)) {
                // It was in doubt in an earlier run, and no price of it has come since.
                trusted.add(symbol);
            }
            release(symbol, "a person says that its price is right");
        }
    }

    /** A hold of an earlier run. */
    void remember(HoldChanged hold) {
        symbolOf(hold).ifPresent(symbol -> {
            if (hold.placed()) {
                floor.doubted.put(symbol, hold.why());
            } else {
                floor.doubted.remove(symbol);
            }
        });
    }

    /** A hold of a run that is done again. */
    void replay(HoldChanged hold) {
        symbolOf(hold).ifPresent(symbol -> {
            if (hold.placed()) {
                doubt(symbol, hold.why());
            } else {
                release(symbol, hold.why());
            }
        });
    }

    private static Optional<String> symbolOf(HoldChanged hold) {
        return hold.reason().startsWith(HoldChanged.PRICES_OF)
                ? Optional.of(hold.reason().substring(HoldChanged.PRICES_OF.length()))
                : Optional.empty();
    }
}
