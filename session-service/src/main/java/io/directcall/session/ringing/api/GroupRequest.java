package io.directcall.session.ringing.api;

import io.directcall.service.validation.PublicId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** @param members uids of all members, up to 200, in the order in which they are shown; who is named twice counts once */
public record GroupRequest(@NotNull @Size(max = 200) List<@NotNull @PublicId String> members) {}
