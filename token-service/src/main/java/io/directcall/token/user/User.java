package io.directcall.token.user;

import io.directcall.contracts.token.CallUser;
import io.directcall.contracts.topic.Topic;
import io.directcall.outbox.OutboxMessage;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Someone who may take part in calls. The uid is the application's and never changes. */
@Entity
@Table(name = "users")
public class User {
    @Id
    private String uid;

    private String name;

    private String avatar;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** Whether it was announced; the catch-up reads it in SQL. */
    @SuppressWarnings("UnusedVariable")
    private boolean published;

    /** For Hibernate. */
    protected User() {}

    /** A new user, to be announced in the same transaction; {@code avatar} may be null. */
    public User(String uid, String name, String avatar, Instant now) {
        this(uid, name, avatar, now, now);
        this.published = true;
    }

    /** One that is stored, read without the entity manager: to be shown, not to be changed. */
    public User(String uid, String name, String avatar, Instant createdAt, Instant updatedAt) {
        this.uid = uid;
        this.name = name;
        this.avatar = avatar;
        this.createdAt = createdAt;
        this.updatedAt = updatedAt;
    }

    /**
     * Changes what is given and leaves the rest; to be announced in the same transaction.
     *
     * @param newName null to leave it
     * @param newAvatar null to leave it, empty to remove it
     */
    public void change(String newName, String newAvatar, Instant now) {
        if (newName != null) {
            name = newName;
        }
        if (newAvatar != null) {
            avatar = newAvatar.isEmpty() ? null : newAvatar;
        }
        updatedAt = now;
        published = true;
    }

    /** Whether name and avatar are these, as far as they are given. */
    public boolean looks(Optional<String> wantedName, Optional<String> wantedAvatar) {
        return wantedName.orElse(name).equals(name) && Objects.equals(wantedAvatar.orElse(avatar), avatar);
    }

    public String uid() {
        return uid;
    }

    /** Tells the other services what the user is now. */
    public OutboxMessage announcement() {
        return new OutboxMessage(Topic.USERS, uid, new io.directcall.contracts.user.User(uid, name, avatar));
    }

    /** As a call token carries it. */
    public CallUser inCall() {
        return new CallUser(uid, name, avatar);
    }

    /** As the API shows it. */
    public UserView view() {
        return new UserView(uid, name, avatar, createdAt.getEpochSecond(), updatedAt.getEpochSecond());
    }
}
