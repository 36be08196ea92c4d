package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.TroubleNoted;
import io.robotrader.risk.halt.Halt;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a halt asks for: takes back what would open risk, and, if positions are to be closed, waits for those orders'
 * ends, closes what is held, and goes on until nothing is. It stays at it, however long that takes; an engine that is to stop
 * then does so also when the broker has nothing of what is left in the books.
 */
final class Emergency {

    private static final Logger LOG = LoggerFactory.getLogger(Emergency.class);
    private static final long NOT_ASKED = -1;

    private final Floor floor;
    private final OrderDesk orders;
    private final Wishes wishes;
    private final Supplier<@Nullable LocalDate> tradeDate;
    private final Runnable lookAgain;
    private boolean flattening;
    private boolean stopAfter;
    // How often the broker's books had been read when it first showed that nothing more can be given back; none if it
    // can.
    private long askedAfter = NOT_ASKED;
    private boolean toldWhatIsLeft;

    /** @param lookAgain asks the broker for its books */
    Emergency(
            Floor floor, OrderDesk orders, Wishes wishes, Supplier<@Nullable LocalDate> tradeDate, Runnable lookAgain) {
        this.floor = floor;
        this.orders = orders;
        this.wishes = wishes;
        this.tradeDate = tradeDate;
        this.lookAgain = lookAgain;
    }

    void onHalt(Halt halt) {
        holdBack("halted: " + halt.reason());
        if (halt.flatten() && !flattening) {
            flattening = true;
            toldWhatIsLeft = false;
            askedAfter = NOT_ASKED;
            LOG.warn("All positions are being closed: {}", halt.reason());
        }
        goOn();
    }

    /** Takes back what would open risk, and forgets what waits to. */
    void holdBack(String reason) {
        wishes.forgetEntries();
        orders.cancelOnce(orders::opens, reason);
    }

    void onLifted() {
        flattening = false;
    }

    /** When what the halt asked for is done, the engine is to stop. */
    void stopWhenDone() {
        stopAfter = true;
        goOn();
    }

    boolean isClosing() {
        return flattening;
    }

    /** Takes the next step, if the one before is done. */
    void goOn() {
        if (!floor.deciding) {
            return;
        }
        if (flattening) {
            flattening = !isOver();
        }
        if (stopAfter && !flattening) {
            stopAfter = false;
            floor.host.next(new EngineInput.StopRequested(floor.desk.stopDeadline()));
        }
    }

    /** Whether all is closed that can be; as long as the engine runs it may turn out that more can. */
    private boolean isOver() {
        if (!areOpeningOrdersOver() || !areExitsOver()) {
            askedAfter = NOT_ASKED;
            return false;
        }
        Set<String> left = new TreeSet<>(floor.desk.portfolio().symbols());
        if (left.isEmpty()) {
            LOG.warn("No position is open any more");
            return true;
        }
        if (askedAfter == NOT_ASKED) {
            // What the broker has may be told later than its fills are: it is asked once more.
            askedAfter = floor.readings;
            floor.host.next(new EngineInput.Errand(lookAgain, () -> {}));
        }
        if (floor.readings == askedAfter) {
            return false;
        }
        tellWhatIsLeft(left);
        return stopAfter;
    }

    private void tellWhatIsLeft(Set<String> symbols) {
        if (!toldWhatIsLeft) {
            toldWhatIsLeft = true;
            String words = symbols.stream()
                    .map(this::whatIsLeft)
                    .collect(Collectors.joining("; ", "what is left is not closed: ", ""));
            LOG.error("Not all positions could be closed: {}", words);
            floor.host.publish(new TroubleNoted(floor.now(), "emergency", words));
        }
    }

    private String whatIsLeft(String symbol) {
        long theirs = floor.theirs.getOrDefault(symbol, floor.held(symbol));
        return symbol + ": " + floor.held(symbol) + " in the books, " + theirs + " at the broker, "
                + (theirs == 0 ? "which has not got it" : "which is open there and has to be closed by hand");
    }

    private boolean areOpeningOrdersOver() {
        // One whose fate is unknown is not waited for: what is held is closed beside it.
        return floor.working.all().stream().noneMatch(open -> !open.isUnknown() && orders.opens(open));
    }

    /** Sends what is missing; true when nothing is held that the broker has too. */
    private boolean areExitsOver() {
        boolean isFlat = true;
        for (String symbol : floor.desk.portfolio().symbols()) {
            isFlat &= !floor.awaitsTheirs && floor.heldByBoth(symbol) == 0;
            long left = orders.leftToExit(symbol);
            if (left > 0) {
                orders.exit(symbol, Long.signum(floor.held(symbol)) * left, tradeDate.get());
            }
        }
        return isFlat && floor.working.all().stream().allMatch(open -> open.isUnknown());
    }
}
