package io.robotrader.engine.loop;

import io.robotrader.risk.halt.Halt;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what a halt asks for: takes back what would open risk, and, if positions are to be closed, waits for those orders'
 * ends, closes what is held, and goes on until nothing is. It stays at it, however long that takes.
 */
final class Emergency {

    private static final Logger LOG = LoggerFactory.getLogger(Emergency.class);

    private final Floor floor;
    private final OrderDesk orders;
    private final Wishes wishes;
    private final Supplier<@Nullable LocalDate> tradeDate;
    private boolean flattening;
    private boolean stopAfter;

    Emergency(Floor floor, OrderDesk orders, Wishes wishes, Supplier<@Nullable LocalDate> tradeDate) {
        this.floor = floor;
        this.orders = orders;
        this.wishes = wishes;
        this.tradeDate = tradeDate;
    }

    void onHalt(Halt halt) {
        holdBack("halted: " + halt.reason());
        if (halt.flatten() && !flattening) {
            flattening = true;
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
        if (flattening && areOpeningOrdersOver() && areAllExitsSent()) {
            flattening = false;
            LOG.warn("No position is open any more");
        }
        if (stopAfter && !flattening) {
            stopAfter = false;
            floor.host.next(new EngineInput.StopRequested(floor.desk.stopDeadline()));
        }
    }

    private boolean areOpeningOrdersOver() {
        // One whose fate is unknown is not waited for: what is held is closed beside it.
        return floor.working.all().stream().noneMatch(open -> !open.isUnknown() && orders.opens(open));
    }

    /** Sends what is missing; true when nothing is held. */
    private boolean areAllExitsSent() {
        boolean isFlat = true;
        for (String symbol : floor.desk.portfolio().symbols()) {
            isFlat = false;
            long left = orders.leftToExit(symbol);
            if (left > 0) {
                orders.exit(symbol, Long.signum(floor.held(symbol)) * left, tradeDate.get());
            }
        }
        return isFlat && floor.working.all().stream().allMatch(open -> open.isUnknown());
    }
}
