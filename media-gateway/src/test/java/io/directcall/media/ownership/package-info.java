/** Tests of how messages become work. */
package io.directcall.media.ownership;
