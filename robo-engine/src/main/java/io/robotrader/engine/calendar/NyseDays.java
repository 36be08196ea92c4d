package io.robotrader.engine.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The holidays and early closes of the New York Stock Exchange: what comes each year by rule, and what came once from a
 * list that is kept beside this class, with its sources.
 *
 * <p>The rules are those of NYSE Rule 7.2 and of the holiday calendars that the exchange publishes some years ahead. They
 * hold from 1990 on, and are carried on in both directions.
 */
final class NyseDays implements SpecialDays {
    private static final LocalTime ONE = LocalTime.of(13, 0);
    private static final LocalTime TWO = LocalTime.of(14, 0);

    private final SpecialDays once;

    NyseDays() {
        String list = "nyse-special-days.csv";
        try (InputStream in = Objects.requireNonNull(NyseDays.class.getResourceAsStream(list), list)) {
            once = SpecialDays.read(in, list);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<SpecialDay> in(int year) {
        List<SpecialDay> days = new ArrayList<>();
        addHolidays(days, year);
        addEarlyCloses(days, year);
        days.addAll(once.in(year));
        return days;
    }

    private static void addHolidays(List<SpecialDay> days, int year) {
        LocalDate newYear = LocalDate.of(year, 1, 1);
        // Not on the Friday before, which ends a year of accounts.
        if (newYear.getDayOfWeek() != DayOfWeek.SATURDAY) {
            days.add(SpecialDay.closed(observed(newYear), "New Year's Day"));
        }
        if (year >= 1998) {
            days.add(SpecialDay.closed(monday(3, Month.JANUARY, year), "Martin Luther King, Jr. Day"));
        }
        days.add(SpecialDay.closed(monday(3, Month.FEBRUARY, year), "Washington's Birthday"));
        days.add(SpecialDay.closed(easter(year).minusDays(2), "Good Friday"));
        days.add(SpecialDay.closed(monday(-1, Month.MAY, year), "Memorial Day"));
        if (year >= 2022) {
            days.add(SpecialDay.closed(observed(LocalDate.of(year, 6, 19)), "Juneteenth National Independence Day"));
        }
        days.add(SpecialDay.closed(observed(LocalDate.of(year, 7, 4)), "Independence Day"));
        days.add(SpecialDay.closed(monday(1, Month.SEPTEMBER, year), "Labor Day"));
        days.add(SpecialDay.closed(thanksgiving(year), "Thanksgiving Day"));
        days.add(SpecialDay.closed(observed(LocalDate.of(year, 12, 25)), "Christmas Day"));
    }

    private static void addEarlyCloses(List<SpecialDay> days, int year) {
        if (year >= 1992) {
            LocalDate friday = thanksgiving(year).plusDays(1);
            days.add(SpecialDay.closesAt(friday, year == 1992 ? TWO : ONE, "day after Thanksgiving"));
        }
        LocalDate eve = LocalDate.of(year, 12, 24);
        // On a Friday it is the holiday itself, or there would be none.
        if (isMondayToThursday(eve)) {
            days.add(SpecialDay.closesAt(eve, year <= 1992 ? TWO : ONE, "Christmas Eve"));
        }
        LocalDate third = LocalDate.of(year, 7, 3);
        if (third.getDayOfWeek() == DayOfWeek.WEDNESDAY && year >= 1995 && year <= 2012) {
            days.add(SpecialDay.closesAt(third.plusDays(2), ONE, "day after Independence Day"));
        } else if (isMondayToThursday(third) && year >= 1995) {
            days.add(SpecialDay.closesAt(third, ONE, "day before Independence Day"));
        }
    }

    private static boolean isMondayToThursday(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.THURSDAY) <= 0;
    }

    /** Of a holiday at a weekend the nearest weekday. */
    private static LocalDate observed(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate monday(int which, Month month, int year) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }

    private static LocalDate thanksgiving(int year) {
        return LocalDate.of(year, 11, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
    }

    /**
     * Easter Sunday of the Gregorian calendar. Source: "New Scientist", 30 March 1961, p. 828, as in J. Meeus,
     * "Astronomical Algorithms", chapter 8.
     */
    static LocalDate easter(int year) {
        int moon = Math.floorMod(year, 19);
        int century = Math.floorDiv(year, 100);
        int rest = Math.floorMod(year, 100);
        int shift = (century - (century + 8) / 25 + 1) / 3;
        int epact = Math.floorMod(19 * moon + century - Math.floorDiv(century, 4) - shift + 15, 30);
        int weekday = Math.floorMod(
                32 + 2 * Math.floorMod(century, 4) + 2 * Math.floorDiv(rest, 4) - epact - Math.floorMod(rest, 4), 7);
        int late = (moon + 11 * epact + 22 * weekday) / 451;
        int days = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
