/** What media-gateway says about the bridges themselves. */
package io.directcall.contracts.bridge;
