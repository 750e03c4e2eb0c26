/**
 * What operators see: statistics, metrics, drain and shutdown.
 */
package io.directcall.bridge.health;
