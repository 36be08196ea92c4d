package io.robotrader.engine.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The calendar of an exchange, made of its time zone, its ordinary hours, the days of the week on which it trades, and the
 * days that are different.
 *
 * <p>It is for exchanges whose regular session begins and ends on one date. On a day that closes early, extended hours last
 * as long after the close as on other days; on one that closes late, they end when they always do.
 *
 * <p>Immutable and thread-safe. What differs is a new calendar: {@code MarketCalendars.nyse().withClosure(date)}.
 */
public final class ExchangeCalendar implements MarketCalendar {
    private final ZoneId zone;
    private final SessionHours hours;
    private final Set<DayOfWeek> weekdays;
    private final SpecialDays specialDays;
    private final @Nullable LocalTime overnight;
    private final Map<Integer, Map<LocalDate, SpecialDay>> years = new ConcurrentHashMap<>();
    // Most questions are of the date of the question before.
    private volatile @Nullable Answer latest;

    private volatile @Nullable Stretch stretch;

    private record Answer(LocalDate date, Optional<TradingSession> session) {}

    /** Instants that are all of one trade date. */
    private record Stretch(Instant from, Instant until, LocalDate date) {
        boolean has(Instant instant) {
            return !instant.isBefore(from) && instant.isBefore(until);
        }
    }

    private ExchangeCalendar(
            ZoneId zone,
            SessionHours hours,
            Set<DayOfWeek> weekdays,
            SpecialDays specialDays,
            @Nullable LocalTime overnight) {
        this.zone = Objects.requireNonNull(zone, "zone");
        this.hours = Objects.requireNonNull(hours, "hours");
        this.weekdays = Set.copyOf(weekdays);
        this.specialDays = Objects.requireNonNull(specialDays, "specialDays");
        this.overnight = overnight;
        if (weekdays.isEmpty()) {
            throw new IllegalArgumentException("weekdays must not be empty, but was []");
        }
    }

    /**
     * Returns the calendar of an exchange without an overnight session.
     *
     * @param zone where its clock is
     * @param hours its hours on an ordinary day
     * @param weekdays the days of the week on which it trades; not empty
     * @param specialDays its holidays, early closes and the like
     * @return the calendar
     * @throws IllegalArgumentException if {@code weekdays} is empty
     */
    public static ExchangeCalendar of(
            ZoneId zone, SessionHours hours, Set<DayOfWeek> weekdays, SpecialDays specialDays) {
        return new ExchangeCalendar(zone, hours, weekdays, specialDays, null);
    }

    /**
     * Returns this calendar without trading on a date, as when the exchange announces a day of mourning.
     *
     * @param date the date
     * @return a new calendar
     */
    public ExchangeCalendar withClosure(LocalDate date) {
        return withSpecialDays(SpecialDays.of(List.of(SpecialDay.closed(date, "added"))));
    }

    /**
     * Returns this calendar with another close on a date.
     *
     * @param date the date; it becomes a trading day if it was none
     * @param close when regular trading ends on the exchange's clock; after the regular open
     * @return a new calendar
     * @throws IllegalArgumentException if the close is not after the regular open
     */
    public ExchangeCalendar withClose(LocalDate date, LocalTime close) {
        if (!close.isAfter(hours.open())) {
            throw new IllegalArgumentException("close must be after " + hours.open() + ", but was " + close);
        }
        return withSpecialDays(SpecialDays.of(List.of(SpecialDay.closesAt(date, close, "added"))));
    }

    /**
     * Returns this calendar with more special days. Where both know a date, the new ones count.
     *
     * @param more the days, of a list that the user keeps
     * @return a new calendar
     */
    public ExchangeCalendar withSpecialDays(SpecialDays more) {
        Objects.requireNonNull(more, "more");
        SpecialDays before = specialDays;
        SpecialDays both = year -> {
            List<SpecialDay> days = new ArrayList<>(before.in(year));
            days.addAll(more.in(year));
            return days;
        };
        return new ExchangeCalendar(zone, hours, weekdays, both, overnight);
    }

    /**
     * Returns this calendar with an overnight session before each trading day, from an hour of the evening before until
     * extended hours begin. From that hour on, every day of the week, instants belong to the next trade date.
     *
     * @param from when it begins on the exchange's clock; not before the end of extended hours
     * @return a new calendar
     * @throws IllegalArgumentException if {@code from} is before the end of extended hours
     */
    public ExchangeCalendar withOvernight(LocalTime from) {
        if (from.isBefore(hours.postClose())) {
            throw new IllegalArgumentException("from must not be before " + hours.postClose() + ", but was " + from);
        }
        return new ExchangeCalendar(zone, hours, weekdays, specialDays, from);
    }

    @Override
    public Instant closeOf(LocalDate tradeDate) {
        return session(tradeDate).map(TradingSession::close).orElseGet(() -> at(tradeDate, hours.close()));
    }

    @Override
    public LocalDate tradeDate(Instant instant) {
        Stretch known = stretch;
        if (known == null || !known.has(instant)) {
            known = stretchFrom(instant);
            stretch = known;
        }
        return known.date;
    }

    /** Until the date on the exchange's clock changes, or the evening begins, or somebody sets that clock. */
    private Stretch stretchFrom(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        boolean next = overnight != null && !local.toLocalTime().isBefore(overnight);
        LocalDate today = local.toLocalDate();
        LocalDateTime end = overnight == null || next ? today.plusDays(1).atStartOfDay() : today.atTime(overnight);
        Instant until = end.toInstant(zone.getRules().getOffset(instant));
        ZoneOffsetTransition change = zone.getRules().nextTransition(instant);
        if (change != null && change.getInstant().isBefore(until)) {
            until = change.getInstant();
        }
        return new Stretch(instant, until, next ? today.plusDays(1) : today);
    }

    @Override
    public Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(zone).toInstant();
    }

    @Override
    public Optional<TradingSession> session(LocalDate tradeDate) {
        Answer known = latest;
        if (known == null || !known.date.equals(tradeDate)) {
            known = new Answer(tradeDate, find(tradeDate));
            latest = known;
        }
        return known.session;
    }

    private Optional<TradingSession> find(LocalDate date) {
        SpecialDay special =
                years.computeIfAbsent(date.getYear(), this::specialDaysIn).get(date);
        if (special == null ? !weekdays.contains(date.getDayOfWeek()) : special.closed()) {
            return Optional.empty();
        }
        LocalTime open = special == null ? hours.open() : special.open().orElse(hours.open());
        LocalTime close = special == null ? hours.close() : special.close().orElse(hours.close());
        if (!close.isAfter(open)) {
            throw new IllegalArgumentException("close of " + date + " must be after " + open + ", but was " + close);
        }
        Instant preOpen = at(date, open.isBefore(hours.preOpen()) ? open : hours.preOpen());
        Instant start = overnight == null ? preOpen : at(date.minusDays(1), overnight);
        return Optional.of(new TradingSession(
                date,
                start,
                preOpen,
                at(date, open),
                at(date, close),
                at(date, endAfter(close)),
                close.isBefore(hours.close())));
    }

    private LocalTime endAfter(LocalTime close) {
        if (!close.isBefore(hours.postClose())) {
            return close;
        }
        long usual = hours.postClose().toNanoOfDay() - hours.close().toNanoOfDay();
        long end = Math.min(close.toNanoOfDay() + usual, hours.postClose().toNanoOfDay());
        return LocalTime.ofNanoOfDay(end);
    }

    private Map<LocalDate, SpecialDay> specialDaysIn(int year) {
        Map<LocalDate, SpecialDay> days = new HashMap<>();
        specialDays.in(year).forEach(day -> days.put(day.date(), day));
        return days;
    }
}
