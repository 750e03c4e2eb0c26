/** Lets happen what is due: lost participants leave, ringing stops, idle sessions end. */
package io.directcall.session.timer;
