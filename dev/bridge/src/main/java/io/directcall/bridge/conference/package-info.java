/**
 * Conferences, their endpoints and sources, and the decision who receives what. Changed on the control thread only.
 */
package io.directcall.bridge.conference;
