/** Headless Chromium with fake devices, and the demo page in it. */
package io.directcall.system.browser;
