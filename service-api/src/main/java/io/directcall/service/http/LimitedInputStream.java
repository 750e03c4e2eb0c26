package io.directcall.service.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Fails as soon as more bytes than allowed were read. */
final class LimitedInputStream extends FilterInputStream {
    /** Not enough to know it by: Jackson passes it on as it is or wraps it, see {@link #isTooLarge}. */
    static final class TooLargeException extends IOException {}

    private long left;

    LimitedInputStream(InputStream body, long most) {
        super(body);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    /** Whether it has failed because of its size. */
    boolean isTooLarge() {
        return left < 0;
    }

    private void count(int read) throws TooLargeException {
        left -= read;
        if (left < 0) {
            throw new TooLargeException();
        }
    }
}
