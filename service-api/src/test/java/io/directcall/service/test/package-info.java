/** For component tests of the services: call tokens and auth tokens that they accept, and ones that they must refuse. */
package io.directcall.service.test;
