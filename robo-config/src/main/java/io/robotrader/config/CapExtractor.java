package io.robotrader.config;

import io.robotrader.config.section.Cap;
import jakarta.validation.valueextraction.ExtractedValue;
import jakarta.validation.valueextraction.UnwrapByDefault;
import jakarta.validation.valueextraction.ValueExtractor;

/** Lets the bounds on a cap look at the number in it; a cap that is off has none, which keeps every bound. */
@UnwrapByDefault
final class CapExtractor implements ValueExtractor<Cap<@ExtractedValue ?>> {
    @Override
    public void extractValues(Cap<?> cap, ValueReceiver receiver) {
        receiver.value(null, cap.limit().orElse(null));
    }
}
