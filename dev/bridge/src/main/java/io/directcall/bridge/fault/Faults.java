package io.directcall.bridge.fault;

/** What is played as broken just now. Written on the control thread, read by all. */
public final class Faults {
    private volatile boolean udpOff;
    private volatile boolean httpHangs;
    private volatile int downlinkKbps;

    /** @param downlinkKbps what each receiver's network carries, in kbit/s; 0 for no limit */
    public Faults(int downlinkKbps) {
        this.downlinkKbps = downlinkKbps;
    }

    /** Whether datagrams vanish both ways: media is dead while HTTP lives. */
    public boolean isUdpOff() {
        return udpOff;
    }

    public void udpOff(boolean value) {
        udpOff = value;
    }

    /** Whether requests are taken and never answered, as by a process that hangs. Channels that are open go on. */
    public boolean httpHangs() {
        return httpHangs;
    }

    public void httpHangs(boolean value) {
        httpHangs = value;
    }

    /** What the network to each receiver carries in kbit/s; the bridge drops what is more. 0 for no limit. */
    public int downlinkKbps() {
        return downlinkKbps;
    }

    public void downlinkKbps(int value) {
        downlinkKbps = value;
    }
}
