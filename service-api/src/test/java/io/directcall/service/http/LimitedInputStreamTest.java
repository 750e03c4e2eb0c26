package io.directcall.service.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class LimitedInputStreamTest {
    @Test
    void passesABodyOfTheLimit() throws IOException {
        // Given
        InputStream body = new LimitedInputStream(new ByteArrayInputStream(new byte[10]), 10);

        // When
        byte[] read = body.readAllBytes();

        // Then
        assertThat(read).hasSize(10);
    }

    @Test
    void failsOneByteLater() {
        // Given
        InputStream body = new LimitedInputStream(new ByteArrayInputStream(new byte[11]), 10);

        // When / Then
        assertThatThrownBy(body::readAllBytes).isInstanceOf(LimitedInputStream.TooLargeException.class);
    }

    @Test
    void countsSingleBytesToo() throws IOException {
        // Given
        InputStream body = new LimitedInputStream(new ByteArrayInputStream(new byte[2]), 1);
        body.read();

        // When / Then
        assertThatThrownBy(body::read).isInstanceOf(LimitedInputStream.TooLargeException.class);
    }

    @Test
    void knowsThatItWasTooLargeWhateverBecameOfTheFailure() throws IOException {
        // Given
        var fits = new LimitedInputStream(new ByteArrayInputStream(new byte[10]), 10);
        var large = new LimitedInputStream(new ByteArrayInputStream(new byte[11]), 10);

        // When
        fits.readAllBytes();
        assertThatThrownBy(large::readAllBytes).isInstanceOf(IOException.class);

        // Then
        assertThat(fits.isTooLarge()).isFalse();
        assertThat(large.isTooLarge()).isTrue();
    }
}
