/** The audit: who issued, revoked, kicked, rotated. */
package io.directcall.service.audit;
