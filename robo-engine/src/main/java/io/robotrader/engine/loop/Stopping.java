package io.robotrader.engine.loop;

import io.robotrader.engine.event.EngineEvent.OrderEnded;
import io.robotrader.engine.execution.OrderEnd;
import io.robotrader.engine.view.OpenOrder;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to a good end: what works is taken back, its ends are awaited, stops are left at the broker if that is wished, and
 * the last entry is made.
 */
final class Stopping {

    private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);
    // What is placed at the deadline has this long to be acknowledged.
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Floor floor;
    private final DayBook day;
    private final OrderDesk orders;
    private final StopsLeft stops;
    private Duration deadline;
    private boolean ready;
    private boolean stopsLeft;
    private boolean overdue;
    private boolean over;

    Stopping(Floor floor, DayBook day, OrderDesk orders, StopsLeft stops) {
        this.floor = floor;
        this.day = day;
        this.orders = orders;
        this.stops = stops;
        deadline = floor.desk.stopDeadline();
    }

    void begin(Duration newDeadline) {
        deadline = newDeadline;
        floor.working.ids(this::isTakenBack).forEach(id -> orders.cancel(id, "trading stops"));
        floor.host.next(new EngineInput.StopReady());
    }

    /** What had been told by then is booked. */
    void ready() {
        ready = true;
        goOn();
        if (!over) {
            floor.host.later(deadline, new EngineInput.StopOverdue());
        }
    }

    /** Takes the next step, if what it waits for has come. */
    void goOn() {
        if (!ready || over || (!stopsLeft && !isNothingAwaited())) {
            return;
        }
        leaveStops();
        if (stops.unacknowledged().isEmpty()) {
            finish();
        }
    }

    void onAccepted(String orderId) {
        stops.onAccepted(orderId);
        goOn();
    }

    void overdue() {
        if (over) {
            return;
        }
        if (!stopsLeft) {
            lose(floor.working.ids(this::isTakenBack), "told its end");
            leaveStops();
        }
        List<String> unacknowledged = stops.unacknowledged();
        if (!unacknowledged.isEmpty() && !overdue) {
            overdue = true;
            floor.host.later(GRACE, new EngineInput.StopOverdue());
            return;
        }
        lose(unacknowledged, "acknowledged it");
        finish();
    }

    private void lose(List<String> ids, String what) {
        for (String id : ids) {
            LOG.error(
                    "The broker has not {} within {} of the stop: order {} may work or be filled yet",
                    what,
                    deadline,
                    id);
            String reason = "the broker has not " + what + " within " + deadline + " of the stop";
            floor.host.publish(new OrderEnded(floor.now(), new OrderEnd(id, OrderEnd.Kind.UNKNOWN, reason)));
        }
    }

    /** Whether an order is taken back when trading stops. */
    private boolean isTakenBack(OpenOrder open) {
        return !floor.desk.rules().keepProtective() || orders.opens(open);
    }

    private boolean isNothingAwaited() {
        return floor.working.all().stream().noneMatch(this::isTakenBack);
    }

    private void leaveStops() {
        if (!stopsLeft) {
            stopsLeft = true;
            stops.leave();
        }
    }

    private void finish() {
        over = true;
        day.endIfClosed();
        floor.host.stopped();
    }
}
