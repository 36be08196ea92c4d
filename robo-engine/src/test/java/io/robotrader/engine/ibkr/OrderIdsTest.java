package io.robotrader.engine.ibkr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No order id is ever given out twice. */
class OrderIdsTest {

    @TempDir
    Path dir;

    @Property
    void bx_8_ids_never_repeat_over_restarts_and_when_the_gateways_own_id_goes_back(
            @ForAll @Size(max = 60) List<@IntRange(min = 1, max = 500) Integer> nextValidIds,
            @ForAll @IntRange(min = 0, max = 50) int ordersEach) {
        OrderIdStore store = OrderIdStore.inMemory();
        Set<Integer> used = new HashSet<>();

        for (int nextValidId : nextValidIds) {
            // Every session is a restart: nothing but the store remembers.
            OrderIds ids = new OrderIds(store);
            ids.free(nextValidId);
            for (int i = 0; i < ordersEach; i++) {
                int id = ids.next();
                assertThat(used.add(id)).isTrue();
                assertThat(id).isGreaterThanOrEqualTo(nextValidId);
            }
        }
    }

    @Test
    void a_file_remembers_over_restarts() {
        Path file = dir.resolve("ids");
        OrderIds before = new OrderIds(OrderIdStore.inFile(file));
        before.free(530);
        int last = before.next();

        OrderIds after = new OrderIds(OrderIdStore.inFile(file));
        after.free(1);

        assertThat(last).isEqualTo(530);
        assertThat(after.next()).isGreaterThan(last);
        assertThat(dir).isDirectoryNotContaining("glob:**.next");
    }

    @Test
    void a_file_that_is_no_number_stops_rather_than_starts_again() throws IOException {
        Path file = dir.resolve("ids");
        for (String text : List.of("", "12x", "-3")) {
            Files.writeString(file, text);

            assertThatThrownBy(() -> OrderIdStore.inFile(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(file + " must hold one whole number, but was '" + text + "'");
        }
    }

    @Test
    void ids_of_orders_and_of_requests_never_meet() {
        OrderIdStore store = OrderIdStore.inMemory();
        store.reserve(OrderIds.FIRST_REQUEST - 2);
        OrderIds ids = new OrderIds(store);

        assertThat(ids.next()).isEqualTo(OrderIds.FIRST_REQUEST - 1);
        assertThatThrownBy(ids::next).isInstanceOf(IbkrException.class).hasMessageContaining("no order id left");
    }
}
